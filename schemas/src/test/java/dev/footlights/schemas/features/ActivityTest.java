package dev.footlights.schemas.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.avro.UsageEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
    private static final String TEMPLATE = "template:default/service";

    @ParameterizedTest(name = "a discover of rank {0} is {1}")
    @CsvSource({
        ", discover",
        "NaN, discover",
        "1, discover-1",
        "0, discover-0",
        "-3, discover-0",
        "2.4, discover-2",
        "2.5, discover-3",
        "99.4, discover-99",
        "99.5, discover-100",
        "250, discover-100",
        "Infinity, discover-100",
        "-Infinity, discover-0",
    })
    void aDiscoverHasItsRank(@Nullable Double rank, String action) {
        // Given
        UsageEvent event = event("discover", "search")
                .setValue(rank)
                .setAttributes(Map.of("to", "/docs/pay"))
                .build();
        // When
        Activity activity = Activity.of(event);
        // Then
        assertThat(activity).isEqualTo(new Activity(action, "/docs/pay"));
        assertThat(Activity.isInteraction(event)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "retried, Template has been retried, retried",
        "cancelled, Template has been cancelled, cancelled",
        "click, Task has been started over, restart",
        "click, Template has been opened, open",
        "click, Next Step (3), step-3",
        "create, Task has been created, create",
    })
    void whatIsDoneWithATemplateIsOnTheTemplate(String action, String subject, String told) {
        // Given
        UsageEvent event = event(action, "scaffolder")
                .setSubject(subject)
                .setEntityRef(TEMPLATE)
                .build();
        // When
        Activity activity = Activity.of(event);
        // Then
        assertThat(activity).isEqualTo(new Activity(told, TEMPLATE));
    }

    @Test
    void theTextOfAnAnswerIsNoItem() {
        // Given
        UsageEvent event = event("survey-answer", "")
                .setSubject("I can't find my team's services.")
                .build();
        // When
        Activity activity = Activity.of(event);
        // Then
        assertThat(activity).isEqualTo(new Activity("survey-answer", ""));
    }

    private static UsageEvent.Builder event(String action, String plugin) {
        return UsageEvent.newBuilder()
                .setAction(action)
                .setPluginId(plugin)
                .setOccurredAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH);
    }
}
