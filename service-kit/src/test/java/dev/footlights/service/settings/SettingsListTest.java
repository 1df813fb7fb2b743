package dev.footlights.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of settings stand in the file. */
final class SettingsListTest {
    record Place(
            String name, @Default("5") int times, @Secret Optional<String> address) {
        Place {
            Require.atLeast("times", times, 1);
        }
    }

    record Places(List<Place> places) {}

    @TempDir
    private Path folder;

    private Places read(String yaml, Map<String, String> environment) throws SettingsException, IOException {
        Path file = folder.resolve("settings.yaml");
        Files.writeString(file, yaml);
        return SettingsReader.read(Places.class, Optional.of(file), environment);
    }

    @Test
    void entriesHaveTheirDefaultsAndOrder() throws Exception {
        Places settings = read("places: [{name: a}, {name: b, times: 2, address: s3cret}]", Map.of());

        assertThat(settings.places())
                .containsExactly(new Place("a", 5, Optional.empty()), new Place("b", 2, Optional.of("s3cret")));
        assertThat(SettingsPrinter.print(settings)).contains("name: b").doesNotContain("s3cret");
        assertThat(SettingsReader.defaults(Places.class).places()).isEmpty();
    }

    @Test
    void aProblemNamesItsEntry() {
        assertThatThrownBy(() -> read("places: [{name: a}, {nam: b, times: 0}]", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("places.1.nam")
                .hasMessageContaining("places.1.name");
        assertThatThrownBy(() -> read("places: {name: a}", Map.of()))
                .hasMessageContaining("places (FOOTLIGHTS_PLACES) is not a list of settings");
        assertThatThrownBy(() -> read("places: []", Map.of("FOOTLIGHTS_PLACES", "a,b")))
                .hasMessageContaining("can only be given in the file");
    }
}
