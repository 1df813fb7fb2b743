package dev.footlights.query.delivery;

import dev.footlights.query.report.PageLinks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Links with which people stop what is mailed to them. A link proves itself: it names the keyed hash of an address and what
 * is stopped, and is signed, so nobody can stop another's mails by guessing.
 */
public final class StopLinks {
    public static final String PATH = "/api/v1/reports/unsubscribe";

    private final SigningKey key;
    private final PageLinks page;

    public StopLinks(SigningKey key, PageLinks page) {
        this.key = key;
        this.page = page;
    }

    /**
     * What a link stops.
     *
     * @param address keyed hash
     * @param what the digest of a team, or alerts
     */
    public record Stop(String address, String what) {}

    URI of(String what, String address) {
        return page.address(PATH, Map.of("token", token(what, address))).orElseThrow();
    }

    /** For the link of an address. */
    String token(String what, String address) {
        String hash = key.ofAddress(address);
        String named = Base64.getUrlEncoder().withoutPadding().encodeToString(what.getBytes(StandardCharsets.UTF_8));
        return hash + "." + named + "." + signature(hash, what);
    }

    private String signature(String hash, String what) {
        return key.hash("stop", hash + "\n" + what);
    }

    /** What a token stops; empty when it isn't one of ours. */
    public Optional<Stop> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String what = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            byte[] expected = signature(parts[0], what).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(new Stop(parts[0], what))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
