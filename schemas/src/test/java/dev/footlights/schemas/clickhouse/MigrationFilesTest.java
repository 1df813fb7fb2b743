package dev.footlights.schemas.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationFilesTest {
    private static final Path SOURCES = Path.of("src/main/resources/footlights/clickhouse");

    @TempDir
    Path folder;

    private List<Migration> load(String index, String... files) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve(MigrationFiles.INDEX), index);
        for (String file : files) {
            Files.writeString(migrations.resolve(file), "SELECT 1;\n");
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return MigrationFiles.load(loader, "migrations/");
        }
    }

    @Test
    void theIndexListsEveryFile() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".sql"))
                    .sorted()
                    .toList();

            assertThat(MigrationFiles.load()).extracting(Migration::file).containsExactlyElementsOf(there);
        }
    }

    /** What lets two migrators run at once and a broken one be run again. In presence, first touches, rollups and facts a repeated row changes nothing, and an index made again is the same. */
    @Test
    void everyStatementMayRunTwice() {
        String harmless =
                "(?is)(?:\\s|--[^\\n]*\\n)*(CREATE (TABLE|VIEW|MATERIALIZED VIEW|FUNCTION|DICTIONARY) IF NOT EXISTS"
                        + "|CREATE OR REPLACE (VIEW|FUNCTION|DICTIONARY)|ALTER TABLE \\w+\\s+((ADD|DROP) (COLUMN|INDEX) IF (NOT )?EXISTS|MATERIALIZE INDEX)"
                        + "|DROP (TABLE|VIEW|FUNCTION|DICTIONARY) IF EXISTS|INSERT INTO (presence_(days|months)|rollups_by_kind|template_facts|first_touches)\\s).*";

        for (Migration migration : MigrationFiles.load()) {
            assertThat(migration.statements()).as(migration.file()).isNotEmpty().allMatch(sql -> sql.matches(harmless));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'001_a.sql,002_b.sql', 001_a.sql, 002_b.sql",
        "'001_a.sql,003_b.sql', '001_a.sql,003_b.sql', 003_b.sql",
        "'002_b.sql', 002_b.sql, 002_b.sql",
        "'1_a.sql', 1_a.sql, 1_a.sql",
        "'001_a.sql,001_b.sql', '001_a.sql,001_b.sql', 001_b.sql",
    })
    void aBadListNamesTheFile(String index, String files, String named) {
        assertThatThrownBy(() -> load(index.replace(',', '\n'), files.split(",", -1)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(named);
    }

    @Test
    void lineEndsDontChangeTheChecksum() {
        assertThat(new Migration(1, "001_a.sql", "SELECT 1;\r\nSELECT 2;").checksum())
                .isEqualTo(new Migration(1, "001_a.sql", "SELECT 1;\nSELECT 2;").checksum());
    }
}
