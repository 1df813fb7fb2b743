package dev.footlights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.footlights.ingest.event.Arrival;
import dev.footlights.ingest.event.BodyException;
import dev.footlights.ingest.event.Intake;
import dev.footlights.ingest.event.Limits;
import dev.footlights.ingest.event.NativeFormat;
import dev.footlights.ingest.event.Outcome;
import dev.footlights.ingest.event.TimeRules;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.ingest.roster.Organisation;
import dev.footlights.service.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The JSON grammar, at its edges: {@code json-suite.yaml}. */
class JsonSuiteTest {
    private final Intake intake = new Intake(
            SettingsReader.defaults(Limits.class),
            new TimeRules(Duration.ofDays(7), Duration.ofMinutes(5), Duration.ofDays(400)),
            new Pseudonyms("a key for tests only"),
            Organisation.empty());

    @TestFactory
    Stream<DynamicTest> refused() throws IOException {
        return values("refused").stream()
                .flatMap(value -> Stream.of(
                        dynamicTest("body " + value, () -> assertRefused(BodyTemplate.fill(value))),
                        dynamicTest("within " + value, () -> assertRefused(within(value)))));
    }

    @TestFactory
    Stream<DynamicTest> accepted() throws IOException {
        return values("accepted").stream()
                .map(value -> dynamicTest(
                        value,
                        () -> assertThat(take(within(value)))
                                .singleElement()
                                .extracting(Intake.Taken::outcome)
                                .isInstanceOf(Outcome.Accepted.class)));
    }

    @Test
    void cutOffAnywhereIsRefused() {
        byte[] body =
                BodyTemplate.fill("[{\"eventId\":\"é\\u00e9\",\"value\":-1.5e3,\"attributes\":{\"a\":[true,null]}}]");
        for (int length = 0; length < body.length; length++) {
            assertRefused(Arrays.copyOf(body, length));
        }
    }

    @Test
    void elementsAreFoundAgainInTheBody() throws Exception {
        String text = "{\"x\":[1], \"events\" : [ {\"eventId\":\"é\"} ,\"text é\", -1.5, [[]], null,{}  ] }";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (Intake.Taken taken : take(body)) {
            found.add(new String(body, taken.start(), taken.end() - taken.start(), StandardCharsets.UTF_8));
        }
        assertThat(found).containsExactly("{\"eventId\":\"é\"}", "\"text é\"", "-1.5", "[[]]", "null", "{}");
    }

    /** The value as that of a field nobody knows, in an event that is good otherwise. */
    private static byte[] within(String value) {
        return BodyTemplate.fill("[" + Events.json("suite", Map.of("unknown", value)) + "]");
    }

    private void assertRefused(byte[] body) {
        assertThatThrownBy(() -> take(body)).isInstanceOf(BodyException.class);
    }

    private List<Intake.Taken> take(byte[] body) throws BodyException {
        return intake.take(body, false, new Arrival(Instant.now(), new NativeFormat(), ""));
    }

    private static List<String> values(String key) throws IOException {
        List<String> values = new ArrayList<>();
        try (InputStream in = JsonSuiteTest.class.getResourceAsStream("/json-suite.yaml")) {
            String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            JsonNode list = new YAMLMapper().readTree(yaml).path(key);
            list.forEach(value -> values.add(value.asText()));
        }
        return values;
    }
}
