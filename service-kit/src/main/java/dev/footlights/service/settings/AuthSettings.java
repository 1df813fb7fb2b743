package dev.footlights.service.settings;

import dev.footlights.service.http.BearerKeys;
import java.util.List;

/**
 * Who is let in.
 *
 * @param keys each {@code name=key}, or {@code name:admin=key} for one with the scope admin; none only on loopback
 */
public record AuthSettings(@Secret List<String> keys) {
    public AuthSettings {
        keys = List.copyOf(keys);
        Require.that(usable(keys), "keys", "has an entry that is not name=key with a key of 16 characters or more");
    }

    private static boolean usable(List<String> keys) {
        try {
            BearerKeys.parse(keys);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Refuses a service without keys that others than this machine could reach.
     *
     * @param danger what anyone who reaches it could do
     */
    public void requireBeyondLoopback(HttpSettings http, String danger) {
        Require.that(
                !keys.isEmpty() || http.onLoopback(),
                "auth",
                "has no keys, and http.host is not a loopback address: anyone who reaches it could " + danger);
    }
}
