package dev.footlights.streams.fold;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The teams an event counts for, all of them.
 *
 * @param teams sorted, each once
 * @param id 16 hexadecimal digits that stand for the whole set in keys
 */
public record TeamSet(List<String> teams, String id) {
    private static final List<String> NOBODY = List.of("org", "unassigned");

    public TeamSet {
        teams = List.copyOf(teams);
    }

    /** The set of these names; of someone without any, {@code unassigned} and {@code org}. */
    public static TeamSet of(List<String> names) {
        List<String> teams = names.isEmpty() ? NOBODY : sorted(names);
        return new TeamSet(teams, digest(teams));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().distinct().toList();
    }

    private static String digest(List<String> teams) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(String.join("\n", teams).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().toHexDigits(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
