package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server with a certificate that only who is told of it can trust. It takes nothing in the clear. */
final class EncryptedMailUnderTest implements AutoCloseable {
    static final String USER = "footlights";
    static final String PASSWORD = "Very-s3cret";
    private static final String STORE_PASSWORD = "changeit";

    /** When the connection is encrypted. */
    enum Encryption {
        FROM_THE_START,
        WHEN_ASKED
    }

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final SMTPServer server;

    private EncryptedMailUnderTest(SSLContext context, Encryption encryption) {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, any) -> {
                    if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new org.subethamail.smtp.auth.LoginFailedException();
                    }
                }))
                .requireAuth()
                .messageHandler(
                        (any, from, to, data) -> received.add(from + " to " + to + ", " + data.length + " bytes"));
        server = (encryption == Encryption.FROM_THE_START
                        ? builder.serverSocketFactory(context)
                        : builder.startTlsSocketFactory(context).enableTLS().requireTLS())
                .build();
        server.start();
    }

    /**
     * Starts one.
     *
     * @param folder where its key is made
     * @param host that its certificate is for
     */
    static EncryptedMailUnderTest start(Path folder, Encryption encryption, String host) throws Exception {
        return new EncryptedMailUnderTest(identity(folder, host), encryption);
    }

    /** The certificate it shows. */
    static Path certificate(Path folder) {
        return folder.resolve("mail-server.pem");
    }

    int port() {
        return server.getPortAllocated();
    }

    List<String> received() {
        return List.copyOf(received);
    }

    private static SSLContext identity(Path folder, String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("mail-server.p12");
        Files.deleteIfExists(store);
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=mail", "-ext", "san=" + host, "-validity", "2");
        keytool(store, "-exportcert", "-rfc", "-file", certificate(folder).toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-alias", "mail", "-keystore", store.toString(), "-storepass", STORE_PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Override
    public void close() {
        server.stop();
    }
}
