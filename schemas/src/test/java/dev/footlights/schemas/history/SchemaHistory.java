package dev.footlights.schemas.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footlights.schemas.registry.SchemaText;
import dev.footlights.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;

/** The folder {@code schemas/history}: every version of every record there ever was, and bytes written by each. */
final class SchemaHistory {
    private static final Path FOLDER = Path.of("history");

    /**
     * One version.
     *
     * @param name {@code UsageEvent v1}
     * @param schema as it was
     * @param hex an example written by it, in hexadecimal
     * @param values the example as JSON
     */
    record Version(String name, Schema schema, String hex, String values) {
        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SchemaHistory() {}

    /** The records of all topics as they are now. */
    static List<Schema> present() {
        return Topics.ALL.stream()
                .map(topic -> SchemaText.portable(topic.schema()))
                .distinct()
                .toList();
    }

    /** All versions of a record, oldest first. */
    static List<Version> versions(String recordName) {
        List<Version> versions = new ArrayList<>();
        for (int number = 1; Files.exists(file(recordName, number, "avsc")); number++) {
            versions.add(new Version(
                    recordName + " v" + number,
                    new Schema.Parser().parse(read(file(recordName, number, "avsc"))),
                    read(file(recordName, number, "hex")).replaceAll("\\s", ""),
                    read(file(recordName, number, "json"))));
        }
        return versions;
    }

    /** Adds a version; its number is the next free one. */
    static Path add(Schema schema, byte[] bytes, String values) {
        int number = versions(schema.getName()).size() + 1;
        write(file(schema.getName(), number, "avsc"), pretty(schema.toString()));
        write(
                file(schema.getName(), number, "hex"),
                HexFormat.of().formatHex(bytes).replaceAll("(.{120})", "$1\n"));
        write(file(schema.getName(), number, "json"), pretty(values));
        return file(schema.getName(), number, "avsc");
    }

    private static Path file(String recordName, int number, String ending) {
        return FOLDER.resolve(recordName).resolve("v" + number + "." + ending);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the history lacks " + file, e);
        }
    }

    private static String pretty(String json) {
        try {
            return new ObjectMapper().readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
