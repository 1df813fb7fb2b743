package dev.footlights.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {
    enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    record Inner(@Default("10") int count, @Default("PT1S") Duration pause) {
        Inner {
            Require.atLeast("count", count, 1);
        }
    }

    record Everything(
            @Default("text") String name,
            @Default("5000000000") long big,
            @Default("true") boolean enabled,
            @Default("0.5") double ratio,
            @Default("7d") Duration lateAfter,
            @Default("UTC") ZoneId zone,
            @Default("state") Path stateDir,
            @Default("http://127.0.0.1:1") URI address,
            @Default("read-only") Mode mode,
            @Default("1,2") List<Integer> numbers,
            List<String> origins,
            Map<String, String> properties,
            Optional<Duration> limit,
            Optional<Inner> extra,
            @Default("{count: 20}") Inner inner,
            @Secret Optional<String> password) {}

    record Required(@Secret String identityKey) {
        Required {
            Require.that(identityKey.length() >= 16, "identityKey", "has fewer than 16 characters");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void defaultsAreWhatIsDeclared() {
        Everything settings = SettingsReader.defaults(Everything.class);

        assertThat(settings)
                .isEqualTo(new Everything(
                        "text",
                        5_000_000_000L,
                        true,
                        0.5,
                        Duration.ofDays(7),
                        ZoneId.of("UTC"),
                        Path.of("state"),
                        URI.create("http://127.0.0.1:1"),
                        Mode.READ_ONLY,
                        List.of(1, 2),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        new Inner(20, Duration.ofSeconds(1)),
                        Optional.empty()));
    }

    private static final Everything MAPPED = new Everything(
            "other",
            7L,
            false,
            1e3,
            Duration.ofMinutes(90),
            ZoneId.of("Europe/Paris"),
            Path.of("/var/lib/state"),
            URI.create("https://registry.example/a"),
            Mode.READ_WRITE,
            List.of(4, 5, 6),
            List.of("https://a.example", "https://b.example"),
            Map.of("security.protocol", "SSL", "retries", "3"),
            Optional.of(Duration.ofMillis(250)),
            Optional.of(new Inner(10, Duration.ofHours(2))),
            new Inner(30, Duration.ofSeconds(30)),
            Optional.of("hunter2"));

    @Test
    void aFileSetsEverything() throws Exception {
        Path yaml = file("""
                name: other
                big: 7
                enabled: false
                ratio: 1e3
                late-after: PT1H30M
                zone: Europe/Paris
                state-dir: /var/lib/state
                address: https://registry.example/a
                mode: read-write
                numbers: [4, 5, 6]
                origins: [https://a.example, https://b.example]
                properties:
                  security.protocol: SSL
                  retries: 3
                limit: 250ms
                extra: {pause: 2h}
                inner:
                  count: 30
                  pause: 30s
                password: hunter2
                """);

        assertThat(SettingsReader.read(Everything.class, Optional.of(yaml), Map.of()))
                .isEqualTo(MAPPED);
    }

    @Test
    void theEnvironmentSetsEverythingAndWinsOverTheFile() throws Exception {
        Path yaml = file("name: from-file\nbig: 1\ninner: {count: 1}\nproperties: {a: b}\nnumbers: [1]\n");
        Map<String, String> environment = Map.ofEntries(
                Map.entry("FOOTLIGHTS_NAME", "other"),
                Map.entry("FOOTLIGHTS_BIG", "7"),
                Map.entry("FOOTLIGHTS_ENABLED", "false"),
                Map.entry("FOOTLIGHTS_RATIO", "1000"),
                Map.entry("FOOTLIGHTS_LATE_AFTER", "90m"),
                Map.entry("FOOTLIGHTS_ZONE", "Europe/Paris"),
                Map.entry("FOOTLIGHTS_STATE_DIR", "/var/lib/state"),
                Map.entry("FOOTLIGHTS_ADDRESS", "https://registry.example/a"),
                Map.entry("FOOTLIGHTS_MODE", "READ_WRITE"),
                Map.entry("FOOTLIGHTS_NUMBERS", "4, 5,6"),
                Map.entry("FOOTLIGHTS_ORIGINS", "https://a.example,https://b.example"),
                Map.entry("FOOTLIGHTS_PROPERTIES", "security.protocol=SSL,retries=3"),
                Map.entry("FOOTLIGHTS_LIMIT", "250ms"),
                Map.entry("FOOTLIGHTS_EXTRA_PAUSE", "2h"),
                Map.entry("FOOTLIGHTS_INNER_COUNT", "30"),
                Map.entry("FOOTLIGHTS_INNER_PAUSE", "30s"),
                Map.entry("FOOTLIGHTS_PASSWORD", "hunter2"),
                Map.entry("PATH", "/usr/bin"),
                Map.entry("FOOTLIGHTS_SOMETHING_ELSE_ALTOGETHER", "ignored"));

        assertThat(SettingsReader.read(Everything.class, Optional.of(yaml), environment))
                .isEqualTo(MAPPED);
    }

    @Test
    void emptyVariablesAndNullsInTheFileAreNotSet() throws Exception {
        Path yaml = file("name:\n");

        Everything settings = SettingsReader.read(Everything.class, Optional.of(yaml), Map.of("FOOTLIGHTS_BIG", ""));

        assertThat(settings.name()).isEqualTo("text");
        assertThat(settings.big()).isEqualTo(5_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nam: x | nam is not a setting; did you mean name?",
                "inner: {coutn: 1} | inner.coutn is not a setting; did you mean count?",
                "inner: {zzzzzzzz: 1} | inner.zzzzzzzz is not a setting; known here are count, pause",
                "inner: 5 | inner holds settings beneath it and can't be a value itself",
                "inner: {count: 0} | inner.count (FOOTLIGHTS_INNER_COUNT): 0 is less than 1",
                "inner: {count: 99999999999} | inner.count (FOOTLIGHTS_INNER_COUNT): \"99999999999\" is not a whole number",
                "big: 1.5 | big (FOOTLIGHTS_BIG): \"1.5\" is not a whole number",
                "enabled: maybe | enabled (FOOTLIGHTS_ENABLED): \"maybe\" is not true or false",
                "ratio: NaN | ratio (FOOTLIGHTS_RATIO): \"NaN\" is not a number",
                "late-after: soon | \"soon\" is not a duration such as PT30S",
                "zone: Mars/Olympus | zone (FOOTLIGHTS_ZONE): \"Mars/Olympus\" is not a time zone",
                "address: registry | address (FOOTLIGHTS_ADDRESS): \"registry\" is not an absolute URI",
                "mode: write-only | mode (FOOTLIGHTS_MODE): \"write-only\" is not one of read-only, read-write",
                "numbers: [1, x] | numbers (FOOTLIGHTS_NUMBERS): \"x\" is not a whole number",
                "numbers: {a: 1} | numbers (FOOTLIGHTS_NUMBERS) is not a list of values",
                "name: [a] | name (FOOTLIGHTS_NAME) is not text",
                "properties: nothing | properties (FOOTLIGHTS_PROPERTIES): \"nothing\" is not a map",
                "'name: a\nname: b' | is not usable YAML",
                "'a: [' | is not usable YAML",
                "'- a' | the file must hold a map of settings"
            })
    void aMistakeInTheFileIsNamed(String yaml, String problem) throws IOException {
        assertThat(problems(Everything.class, Optional.of(file(yaml)), Map.of()))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void aMistypedVariableIsNamedWithTheRightOne() {
        assertThat(problems(Everything.class, Optional.empty(), Map.of("FOOTLIGHTS_INNER_CUONT", "3")))
                .containsExactly("FOOTLIGHTS_INNER_CUONT is not a setting; did you mean FOOTLIGHTS_INNER_COUNT?");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThat(problems(Required.class, Optional.empty(), Map.of()))
                .containsExactly("identity-key (FOOTLIGHTS_IDENTITY_KEY) is required: it has no default");
    }

    @Test
    void aSecretIsNeverRepeated() {
        assertThat(problems(Required.class, Optional.empty(), Map.of("FOOTLIGHTS_IDENTITY_KEY", "hunter2")))
                .containsExactly("identity-key (FOOTLIGHTS_IDENTITY_KEY): has fewer than 16 characters");
    }

    @Test
    void everyProblemIsReportedAtOnce() throws IOException {
        Path yaml = file("nam: x\nbig: y\ninner: {count: 0}\n");

        assertThat(problems(Everything.class, Optional.of(yaml), Map.of("FOOTLIGHTS_ZONES", "x")))
                .hasSize(4);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(problems(Everything.class, Optional.of(folder.resolve("none.yaml")), Map.of()))
                .singleElement()
                .asString()
                .contains("can't read", "none.yaml");
    }

    @Test
    void whatIsPrintedReadsBackTheSameExceptForSecrets() throws Exception {
        Everything settings = new Everything(
                "a: b # not a comment",
                1,
                true,
                0.1,
                Duration.ofDays(400),
                ZoneId.of("UTC"),
                Path.of("x"),
                URI.create("http://h"),
                Mode.READ_WRITE,
                List.of(1),
                List.of("true", "5"),
                Map.of("a.b", "c"),
                Optional.empty(),
                Optional.empty(),
                new Inner(5, Duration.ofSeconds(1)),
                Optional.of("hunter2"));

        String printed = SettingsPrinter.print(settings);

        assertThat(printed).doesNotContain("hunter2").contains("password: '***'", "mode: read-write");
        Path yaml = file(printed.replace("***", "hunter2"));
        assertThat(SettingsReader.read(Everything.class, Optional.of(yaml), Map.of()))
                .isEqualTo(settings);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }

    private static List<String> problems(
            Class<? extends Record> type, Optional<Path> yaml, Map<String, String> environment) {
        return catchThrowableOfType(SettingsException.class, () -> SettingsReader.read(type, yaml, environment))
                .problems();
    }
}
