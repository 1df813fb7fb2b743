package dev.footlights.service.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** ETags (RFC 9110, 8.8.3). Weak ones, since the same answer may go out gzipped or not. */
final class EntityTag {
    private static final int BYTES = 16;

    private EntityTag() {}

    static String of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, BYTES) + "\"";
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every JDK has SHA-256", exception);
        }
    }

    static boolean matches(Optional<String> ifNoneMatch, String tag) {
        return ifNoneMatch.isPresent()
                && Arrays.stream(ifNoneMatch.get().split(","))
                        .map(String::strip)
                        .anyMatch(given -> given.equals("*") || opaque(given).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
