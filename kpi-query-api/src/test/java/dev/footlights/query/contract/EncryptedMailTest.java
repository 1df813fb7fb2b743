package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.footlights.query.contract.EncryptedMailUnderTest.Encryption;
import dev.footlights.service.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports go to mail servers that encrypt, and to none that might be somebody else. */
class EncryptedMailTest {
    private static final String LOOPBACK = "ip:127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private ClickHouseUnderTest.Store store;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        store = ReportFacts.store("encrypted_mail", ReportFacts.MONDAY);
    }

    private String settings(int port, String security, String more) {
        return """
                page-url: https://portal.example.org/footlights
                mail: {host: 127.0.0.1, port: %d, security: %s, from: footlights@example.org, username: %s, password: %s%s}
                delivery: {signing-key: 0123456789abcdef0123, settle: PT0.3S, first-retry: PT0.5S}
                reports:
                  check-every: PT0.3S
                  digests: [{team: "%s", to: [lead@example.org]}]
                """.formatted(
                port, security, EncryptedMailUnderTest.USER, EncryptedMailUnderTest.PASSWORD, more, ReportFacts.CAFE);
    }

    private String trust() {
        return ", trust: \"" + EncryptedMailUnderTest.certificate(folder) + "\"";
    }

    /** What the book says of the only mail, as soon as it says anything of how it went. */
    private JsonNode outcome(String yaml) {
        ApiUnderTest api = ReportFacts.service(store, Clock.fixed(ReportFacts.NOW, ZoneOffset.UTC), yaml);
        try {
            return await().atMost(PATIENCE)
                    .until(
                            () -> api.json("/api/v1/reports/deliveries")
                                    .get("rows")
                                    .path(0),
                            row -> row.path("detail").asText().length() > 0
                                    || row.path("state").asText().equals("delivered"));
        } finally {
            api.close();
            api.stop();
        }
    }

    @Test
    void aServerThatEncryptsFromTheStart() throws Exception {
        try (EncryptedMailUnderTest mail = EncryptedMailUnderTest.start(folder, Encryption.FROM_THE_START, LOOPBACK)) {
            assertThat(outcome(settings(mail.port(), "tls", trust()))
                            .get("state")
                            .asText())
                    .isEqualTo("delivered");
            assertThat(mail.received())
                    .singleElement()
                    .asString()
                    .startsWith("footlights@example.org to lead@example.org, ");
        }
    }

    @Test
    void aServerThatEncryptsWhenAsked() throws Exception {
        try (EncryptedMailUnderTest mail = EncryptedMailUnderTest.start(folder, Encryption.WHEN_ASKED, LOOPBACK)) {
            assertThat(outcome(settings(mail.port(), "starttls", trust()))
                            .get("state")
                            .asText())
                    .isEqualTo("delivered");
            assertThat(mail.received()).hasSize(1);
        }
    }

    @Test
    void nobodyIsMailedThroughAServerThatIsNotTrusted() throws Exception {
        for (Encryption encryption : Encryption.values()) {
            try (EncryptedMailUnderTest mail = EncryptedMailUnderTest.start(folder, encryption, LOOPBACK)) {
                String security = encryption == Encryption.FROM_THE_START ? "tls" : "starttls";
                assertThat(outcome(settings(mail.port(), security, ""))
                                .get("detail")
                                .asText())
                        .startsWith("the mail server can't be used");
                assertThat(mail.received()).isEmpty();
            }
        }
    }

    @Test
    void aTrustedCertificateIsForItsOwnHostOnly() throws Exception {
        for (Encryption encryption : Encryption.values()) {
            try (EncryptedMailUnderTest mail =
                    EncryptedMailUnderTest.start(folder, encryption, "dns:mail.example.org")) {
                String security = encryption == Encryption.FROM_THE_START ? "tls" : "starttls";
                assertThat(outcome(settings(mail.port(), security, trust()))
                                .get("detail")
                                .asText())
                        .startsWith("the mail server can't be used");
                assertThat(mail.received()).isEmpty();
            }
        }
    }

    @Test
    void aServerThatCannotEncryptGetsNothing() {
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        try {
            mail.setUser(EncryptedMailUnderTest.USER, EncryptedMailUnderTest.PASSWORD);
            assertThat(outcome(settings(mail.getSmtp().getPort(), "starttls", ""))
                            .get("detail")
                            .asText())
                    .startsWith("the mail server can't be used");
            assertThat(mail.getReceivedMessages()).isEmpty();
        } finally {
            mail.stop();
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefusedAtTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path other = Files.writeString(folder.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n");
        for (Path file : List.of(empty, other, folder.resolve("missing.pem"))) {
            assertThatThrownBy(() -> ReportFacts.settings(store, settings(25, "tls", ", trust: \"" + file + "\"")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("mail.trust")
                    .hasMessageContaining(file.getFileName().toString());
        }
    }
}
