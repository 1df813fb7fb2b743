package dev.footlights.query.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to a server. Only what fails while connecting, or what the server refuses with a code, is known not to be
 * delivered.
 */
final class MailCourier implements Courier {
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final MailWriter writer;
    private final Optional<SSLSocketFactory> sockets;

    MailCourier(MailSettings settings, MailWriter writer) {
        this.settings = settings;
        this.writer = writer;
        this.sockets = settings.trust().map(TrustedCertificates::sockets);
    }

    @Override
    public Outcome bring(Letter letter, String id, Content content) {
        if (!(letter.recipient() instanceof Recipient.Mailbox(String address))
                || settings.host().isEmpty()) {
            return new Outcome.Refused("there is no mail server for it");
        }
        Session session = Session.getInstance(properties(settings.host().get()));
        MimeMessage message;
        try {
            message = writer.write(session, letter, address, id, content);
        } catch (MessagingException e) {
            return new Outcome.Refused(
                    "the mail can't be written: " + e.getClass().getSimpleName());
        }
        return send(session, message);
    }

    private Outcome send(Session session, MimeMessage message) {
        boolean connected = false;
        try (Transport transport = session.getTransport("smtp")) {
            if (settings.username().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.username(), settings.password());
            }
            connected = true;
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Delivered();
        } catch (MessagingException e) {
            return connected
                    ? refusal(e)
                    : new Outcome.Failed(
                            "the mail server can't be used: " + e.getClass().getSimpleName(), Optional.empty());
        }
    }

    /** The server's words stay out of it: they may repeat the address. */
    private static Outcome refusal(MessagingException problem) {
        OptionalInt code = code(problem);
        if (code.isEmpty()) {
            return new Outcome.Unknown("the connection to the mail server broke while the mail was sent");
        }
        String detail = "the mail server answered " + code.getAsInt();
        return code.getAsInt() >= PERMANENT
                ? new Outcome.Refused(detail)
                : new Outcome.Failed(detail, Optional.empty());
    }

    /** The server's own word that it doesn't take the mail. */
    private static OptionalInt code(Exception problem) {
        for (Exception at = problem; at != null; at = next(at)) {
            int code = switch (at) {
                case SMTPSendFailedException failed -> failed.getReturnCode();
                case SMTPAddressFailedException failed -> failed.getReturnCode();
                case SMTPSenderFailedException failed -> failed.getReturnCode();
                default -> 0;
            };
            if (code >= 400) {
                return OptionalInt.of(code);
            }
        }
        return OptionalInt.empty();
    }

    private static @Nullable Exception next(Exception problem) {
        return problem instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private Properties properties(String host) {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.username().isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.sendpartial", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        sockets.ifPresent(trusting -> properties.put("mail.smtp.ssl.socketFactory", trusting));
        switch (settings.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }
}
