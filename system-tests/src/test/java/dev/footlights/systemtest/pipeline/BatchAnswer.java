package dev.footlights.systemtest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.systemtest.generated.SentEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a batch.
 *
 * @param rejected reason by index
 */
record BatchAnswer(int status, int accepted, Map<Integer, String> rejected) {
    static BatchAnswer of(Http.Answer answer) {
        JsonNode body = answer.json();
        if (!body.has("accepted")) {
            throw new IllegalStateException(answer.status() + ": " + answer.body());
        }
        Map<Integer, String> rejected = new TreeMap<>();
        for (JsonNode one : body.path("rejected")) {
            rejected.put(one.path("index").asInt(), one.path("reason").asText());
        }
        return new BatchAnswer(answer.status(), body.path("accepted").asInt(), rejected);
    }

    /** Each event accepted or refused for its reason, none passed over, and the status that goes with it. */
    void assertMatches(List<SentEvent> batch) {
        Map<Integer, String> expected = new TreeMap<>();
        for (int index = 0; index < batch.size(); index++) {
            int place = index;
            batch.get(index).fate().refusal().ifPresent(reason -> expected.put(place, reason));
        }
        assertThat(rejected).isEqualTo(expected);
        assertThat(accepted).isEqualTo(batch.size() - expected.size());
        assertThat(status).isEqualTo(expected.isEmpty() ? 202 : accepted == 0 ? 422 : 207);
    }
}
