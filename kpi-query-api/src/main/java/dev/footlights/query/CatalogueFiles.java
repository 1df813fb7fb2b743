package dev.footlights.query;

import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.onboarding.Onboarding;
import dev.footlights.schemas.surveys.Surveys;
import dev.footlights.service.settings.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Catalogues that a deployment may replace by a file of its own. */
final class CatalogueFiles {
    private CatalogueFiles() {}

    static Onboarding onboarding(Optional<Path> file) {
        FeatureRules rules = FeatureRules.shipped();
        return file.map(path -> read(path, in -> Onboarding.read(in, rules)))
                .orElseGet(() -> Onboarding.shipped(rules));
    }

    static Surveys surveys(Optional<Path> file) {
        return file.map(path -> read(path, Surveys::read)).orElseGet(Surveys::shipped);
    }

    /** Refuses the setting of a file that can't be used, with what is wrong with it. */
    static void check(Optional<Path> file, Consumer<Optional<Path>> use) {
        try {
            use.accept(file);
        } catch (UncheckedIOException e) {
            Require.that(false, "file", "can't be read: " + file.orElse(Path.of("")));
        } catch (IllegalArgumentException e) {
            Require.that(false, "file", String.valueOf(e.getMessage()));
        }
    }

    private interface Reading<C> {
        C from(InputStream in) throws IOException;
    }

    private static <C> C read(Path path, Reading<C> reading) {
        try (InputStream in = Files.newInputStream(path)) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
