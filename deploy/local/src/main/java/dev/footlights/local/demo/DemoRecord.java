package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which demo a home holds, kept so that a second {@code up --demo} is about the same events.
 *
 * @param plan of the demo
 * @param sent whether all of it has been accepted
 */
public record DemoRecord(DemoPlan plan, boolean sent) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is kept in the folder, else a new demo that ends now. */
    public static DemoRecord in(Path folder) {
        Path file = file(folder);
        if (!Files.exists(file)) {
            Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            return new DemoRecord(new DemoPlan(DemoPlan.SEED, end), false);
        }
        try {
            JsonNode tree = JSON.readTree(file.toFile());
            DemoPlan plan = new DemoPlan(
                    tree.path("seed").asLong(), Instant.parse(tree.path("end").asText()));
            return new DemoRecord(plan, tree.path("sent").asBoolean());
        } catch (IOException | DateTimeException unusable) {
            throw new IllegalStateException(
                    file + " can't be used (" + unusable + "). Delete it for a new demo.", unusable);
        }
    }

    /** Whether a folder holds one. */
    public static boolean exists(Path folder) {
        return Files.exists(file(folder));
    }

    /** Keeps it. */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve("demo.json.new");
            Files.writeString(
                    draft,
                    JSON.createObjectNode()
                            .put("seed", plan.seed())
                            .put("end", plan.end().toString())
                            .put("sent", sent)
                            .toString());
            Files.move(draft, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write to " + folder, failure);
        }
    }

    /** The same, all accepted. */
    public DemoRecord asSent() {
        return new DemoRecord(plan, true);
    }

    private static Path file(Path folder) {
        return folder.resolve("demo.json");
    }
}
