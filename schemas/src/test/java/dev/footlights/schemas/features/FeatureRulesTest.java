package dev.footlights.schemas.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.schemas.avro.UsageEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureRulesTest {
    private final FeatureRules rules = FeatureRules.shipped();

    @ParameterizedTest(name = "{0} {1} {2} in {3} is {4}")
    @CsvSource({
        "navigate, /catalog/default/component/shop, catalog, '', software-catalog",
        "navigate, /catalog/default/component/shop/kubernetes, catalog, '', kubernetes",
        "navigate, /catalog/default/component/shop/docs/intro/start, catalog, '', techdocs",
        "navigate, /catalog/default/api/orders, catalog, '', api-docs",
        "navigate, /docs/default/component/shop, techdocs, '', techdocs",
        "navigate, /create/templates/default/service, scaffolder, '', templates",
        "navigate, /created, root, '', portal",
        "navigate, /, root, '', home",
        "click, Pods, catalog, entity-content:kubernetes/kubernetes, kubernetes",
        "click, Graph, catalog, entity-card:catalog-graph/relations, software-catalog",
        "search, pay, search, '', search",
        "search, pay, catalog, '', search",
        "create, Task has been created, scaffolder, '', templates",
        "retried, Template has been retried, scaffolder, '', templates",
        "cancelled, Template has been cancelled, scaffolder, '', templates",
        "discover, Payments, search, '', search",
        "survey-answer, All is well., root, '', surveys",
        "survey-answer, All is well., '', '', surveys",
        "signIn, success, core, '', user-settings",
        "click, Vote, team-polls, '', team-polls",
        "click, Vote, Team Polls!, '', other",
        "click, Home, root, '', portal",
        "click, Home, '', '', portal",
    })
    void everyEventBelongsToOneFeature(String action, String subject, String plugin, String extension, String feature) {
        // Given
        UsageEvent event = new UsageEvent();
        event.setAction(action);
        event.setSubject(subject);
        event.setPluginId(plugin);
        event.setExtensionId(extension);
        event.setRouteRef("");
        event.setExtension("");
        event.setEntityRef("");

        // When
        String found = rules.featureOf(event);

        // Then
        assertThat(found).isEqualTo(feature);
    }

    @Test
    void anIdThatStandsTwiceIsRefused() {
        // Given
        Feature feature = new Feature(
                "search",
                "Search",
                "platform",
                "Find.",
                List.of(new FeatureRule("search", null, null, null, null, null)));

        // Then
        assertThatThrownBy(() -> new FeatureRules(List.of(feature, feature)))
                .hasMessage("features.yaml: id \"search\" stands twice");
    }

    @Test
    void anUnknownConditionIsRefusedByName() {
        // Given
        String yaml = "features:\n  - {id: a, title: A, owner: o, purpose: p, rules: [{plugn: x}]}\n";

        // Then
        assertThatThrownBy(() -> FeatureRules.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("plugn");
    }
}
