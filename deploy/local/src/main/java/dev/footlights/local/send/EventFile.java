package dev.footlights.local.send;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of events, told by its first characters: a JSON array, an object with {@code events}, or one event per line.
 *
 * @param path where it is
 * @param bytes its length
 * @param hash SHA-256 of its content in hexadecimal
 */
public record EventFile(Path path, long bytes, String hash) {
    /**
     * Reads the file once for its hash.
     *
     * @throws SendException when it can't be read
     */
    public static EventFile of(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return new EventFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unreadable) {
            throw new SendException(path + " can't be read: " + unreadable, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * Opens it; events that end at or before an offset are passed over.
     *
     * @throws SendException when it can't be read or isn't what its beginning promises
     */
    public EventSource open(long offset) {
        try {
            BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
            return JsonSource.begins(path) ? new JsonSource(path, in, offset) : new LineSource(path, in, offset);
        } catch (IOException unreadable) {
            throw new SendException(path + " can't be read: " + unreadable, unreadable);
        }
    }
}
