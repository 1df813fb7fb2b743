package dev.footlights.local.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How far a file has been sent, kept until it has been sent whole. A file with other content begins anew.
 *
 * @param offset of the byte after the last answered event
 * @param accepted events so far
 * @param refused events so far
 */
public record SentState(long offset, long accepted, long refused) {
    /** Nothing sent. */
    public static final SentState NOTHING = new SentState(0, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the state of a file for a target is kept. */
    public static Path file(Path folder, EventFile file, String target) {
        String name = file.hash().substring(0, 16) + "-" + Integer.toHexString(target.hashCode());
        return folder.resolve(name + ".json");
    }

    /** What was kept; empty when nothing was, or nothing that can be used. */
    public static Optional<SentState> read(Path file) {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new SentState(
                    tree.path("offset").asLong(),
                    tree.path("accepted").asLong(),
                    tree.path("refused").asLong()));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps it in one step.
     *
     * @throws SendException when it can't be written
     */
    public void write(Path file, EventFile events) {
        ObjectNode tree = JSON.createObjectNode()
                .put("file", events.path().toString())
                .put("hash", events.hash())
                .put("offset", offset)
                .put("accepted", accepted)
                .put("refused", refused);
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, JSON.writeValueAsBytes(tree));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new SendException("Can't write " + file + ": " + failure, failure);
        }
    }

    /** Forgets it: the file has been sent whole. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new SendException("Can't delete " + file + ": " + failure, failure);
        }
    }

    SentState plus(long newOffset, long moreAccepted, long moreRefused) {
        return new SentState(newOffset, accepted + moreAccepted, refused + moreRefused);
    }
}
