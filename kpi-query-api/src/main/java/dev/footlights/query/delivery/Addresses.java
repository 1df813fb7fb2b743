package dev.footlights.query.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/** Mail addresses. */
public final class Addresses {
    private Addresses() {}

    /** Whether a text is a plain address, with nothing around it. */
    public static boolean isPlain(String text) {
        return isMailbox(text) && text.indexOf('<') < 0 && text.indexOf(' ') < 0;
    }

    /** Whether a text is one address, with a name or without. */
    public static boolean isMailbox(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length != 1) {
                return false;
            }
            parsed[0].validate();
            return parsed[0].getAddress().indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    /** How an address is compared. */
    static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** As people may see it who needn't know it: {@code l…@example.org}. */
    static String masked(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
    }
}
