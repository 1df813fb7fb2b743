package dev.footlights.query.delivery;

/**
 * One message to one recipient: what must not be delivered twice.
 *
 * @param kind {@code report} or {@code alert}
 * @param subject what it is about, such as {@code 2026-W47}; with kind, team and recipient it names the message
 * @param team whose figures it holds
 * @param stops what its recipient may stop with the link in it: the digest of a team, or alerts
 */
public record Letter(String kind, String subject, String team, String stops, Recipient recipient) {
    /** The same for everyone who would send it. Holds nothing of an address in the clear. */
    String id(SigningKey key) {
        return key.hash("delivery", String.join("\n", kind, subject, team, recipient.channel(), recipientKey(key)))
                .substring(0, 32);
    }

    /** A channel's name, or a keyed hash of an address. */
    String recipientKey(SigningKey key) {
        return switch (recipient) {
            case Recipient.Mailbox(String address) -> key.ofAddress(address);
            case Recipient.Webhook(String name, var address) -> name;
            case Recipient.Folder(String name, var path) -> name;
        };
    }
}
