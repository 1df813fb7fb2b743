package dev.footlights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every class of bad input gets the answer that {@code bad-input.yaml} and its neighbours list. */
@ExtendWith(SharedIngest.Extension.class)
class BadInputTest {
    private final SharedIngest shared;
    private final List<Integer> unreadable = new ArrayList<>();

    BadInputTest(SharedIngest shared) {
        this.shared = shared;
    }

    /**
     * A row of the table: a whole body, or fields over those of a good event.
     *
     * @param accepted how many events are; not looked at when absent
     * @param reason of the first refusal
     * @param says part of the detail
     * @param kept false for a 400 that isn't about the body, of which nothing is kept
     */
    record Row(
            String name,
            @Nullable String path,
            @Nullable String type,
            @Nullable String body,
            @Nullable Map<String, String> fields,
            int status,
            @Nullable Integer accepted,
            @Nullable String reason,
            @Nullable Integer index,
            @Nullable String says,
            @Nullable Boolean kept) {}

    @TestFactory
    Stream<DynamicTest> answersAsListed() {
        return Stream.concat(
                Stream.of("/bad-input.yaml", "/bad-reports.yaml")
                        .flatMap(BadInputTest::rows)
                        .map(row -> dynamicTest(row.name(), () -> check(row))),
                Stream.of(dynamicTest("every unreadable body is kept", this::checkKept)));
    }

    private void checkKept() {
        assertThat(shared.topics.values(Topics.FAILED_EVENTS))
                .filteredOn(failed -> failed.getReason() == FailureReason.MALFORMED_REQUEST)
                .extracting(FailedEvent::getPayloadSize)
                .containsAll(unreadable)
                .isNotEmpty();
    }

    private void check(Row row) throws Exception {
        // Given
        String path = row.path() == null ? "/v1/events" : row.path();
        byte[] body = row.fields() == null
                ? BodyTemplate.fill(Objects.requireNonNull(row.body()))
                : BodyTemplate.fill("[" + Events.json(usualFields(path), row.fields()) + "]");
        String type = row.type() == null ? "application/json" : row.type();

        // When
        RunningIngest.Answer answer =
                shared.ingest.post(path, HttpRequest.BodyPublishers.ofByteArray(body), "Content-Type", type);

        // Then
        assertThat(answer.status()).as(answer.body()).isEqualTo(row.status());
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        JsonNode json = answer.json();
        if (row.accepted() != null) {
            assertThat(json.at("/accepted").asInt(-1)).isEqualTo(row.accepted());
        }
        if (row.reason() != null) {
            assertThat(json.at("/rejected/0/reason").asText()).isEqualTo(row.reason());
            assertThat(json.at("/rejected/0/index").asInt()).isEqualTo(row.index() == null ? 0 : row.index());
            assertThat(shared.ingest.get("/metrics").body()).contains("reason=\"" + row.reason() + "\"");
        }
        if (row.says() != null) {
            assertThat(answer.body()).contains(row.says());
        }
        if (row.status() == 400 && row.kept() == null) {
            unreadable.add(body.length);
        }
    }

    private static Map<String, String> usualFields(String path) {
        return switch (path) {
            case "/v1/template-outcomes" -> Events.OUTCOME;
            case "/v1/check-results" -> Events.RESULT;
            default -> Events.event("table");
        };
    }

    private static Stream<Row> rows(String table) {
        try (InputStream in = BadInputTest.class.getResourceAsStream(table)) {
            String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new YAMLMapper().readValue(yaml, new TypeReference<List<Row>>() {}).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
