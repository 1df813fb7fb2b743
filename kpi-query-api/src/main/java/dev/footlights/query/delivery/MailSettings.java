package dev.footlights.query.delivery;

import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Require;
import dev.footlights.service.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The mail server that messages are handed to.
 *
 * @param host no mail is sent without one
 * @param security {@code starttls} and {@code tls} insist on an encrypted connection and check the server's certificate
 * @param trust certificates (PEM) to trust instead of those that Java knows, for a server of the organisation's own authority
 * @param username none when empty
 * @param from sender, as {@code name@example.org} or {@code Name <name@example.org>}
 * @param timeout of connecting, and of each answer of the server
 */
public record MailSettings(
        Optional<String> host,
        @Default("587") int port,
        @Default("starttls") Security security,
        Optional<Path> trust,
        @Default("") String username,
        @Secret @Default("") String password,
        @Default("") String from,
        @Default("30s") Duration timeout) {
    /** How the connection is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    public MailSettings {
        Require.between("port", port, 1, 65_535);
        Require.positive("timeout", timeout);
        Require.that(host.isEmpty() || Addresses.isMailbox(from), "from", "is not an address to send mail from");
        Require.that(
                username.isEmpty() || security != Security.NONE,
                "security",
                "is none, and a password would be sent for anyone to read");
        trust.ifPresent(MailSettings::checkTrust);
    }

    private static void checkTrust(Path file) {
        try {
            TrustedCertificates.sockets(file);
        } catch (IllegalArgumentException e) {
            Require.that(false, "trust", String.valueOf(e.getMessage()));
        }
    }
}
