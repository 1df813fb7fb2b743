package dev.footlights.schemas.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The migrations among the resources. A plain index lists them, as a jar's folders can't be listed. */
public final class MigrationFiles {
    static final String FOLDER = "footlights/clickhouse/";
    static final String INDEX = "index.txt";

    private MigrationFiles() {}

    /**
     * Those of this release, ascending.
     *
     * @throws MigrationException naming a file that is listed but missing, misnamed or out of order
     */
    public static List<Migration> load() {
        return load(MigrationFiles.class.getClassLoader(), FOLDER);
    }

    static List<Migration> load(ClassLoader loader, String folder) {
        List<Migration> migrations = read(loader, folder, INDEX)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> Migration.of(file, read(loader, folder, file)))
                .toList();
        requireNoGaps(migrations);
        return migrations;
    }

    private static void requireNoGaps(List<Migration> migrations) {
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).version() != i + 1) {
                throw new MigrationException("migration " + migrations.get(i).file() + ": number " + (i + 1)
                        + " was to come at this place of " + INDEX);
            }
        }
    }

    private static String read(ClassLoader loader, String folder, String file) {
        try (InputStream in = loader.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new MigrationException("migration file missing on the class path: " + folder + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("migration file unreadable: " + folder + file, e);
        }
    }
}
