package dev.footlights.schemas.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.schemas.features.FeatureRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardingTest {
    private static final FeatureRules RULES = FeatureRules.shipped();

    @Test
    void theShippedOneHasAChecklistAndPaths() {
        Onboarding onboarding = Onboarding.shipped(RULES);
        assertThat(onboarding.checklist()).extracting(Step::feature).startsWith("software-catalog", "search");
        assertThat(onboarding.path("newcomer").orElseThrow().steps()).hasSize(4);
        assertThat(onboarding.path("nobody")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checklist: [{feature: serch, title: T, link: /a}] | checklist[0].feature \"serch\" is not a feature",
                "checklist: [{feature: search, title: T, link: /a}, {feature: search, title: U, link: /b}]"
                        + " | checklist[1].feature \"search\" stands twice",
                "checklist: [{feature: search, title: T, link: 'javascript:x'}] | checklist[0].link is neither",
                "checklist: [{feature: search, link: /a}] | checklist[0].title is missing",
                "checklist: [{feature: search, titel: T}] | checklist[0].titel is not known",
                "checklist: [] | checklist has no features",
                "checklist: search | checklist is not a list",
                "checklist: [search] | checklist[0] is not a map",
                "check: 1 | check is not known here",
                "'[' | is not usable YAML",
                "'' | the file is not a map",
            })
    void refusesNamingTheKey(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void aPathStandsOnce() {
        String step = "features: [{feature: search, title: T, link: /a}]";
        assertThatThrownBy(() -> read("checklist: [{feature: search, title: T, link: /a}]\npaths: [{id: a, title: A, "
                        + step + "}, {id: a, title: B, " + step + "}]"))
                .hasMessage("paths[1].id \"a\" stands twice");
    }

    private static Onboarding read(String yaml) throws IOException {
        return Onboarding.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), RULES);
    }
}
