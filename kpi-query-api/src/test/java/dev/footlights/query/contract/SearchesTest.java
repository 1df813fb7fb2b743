package dev.footlights.query.contract;

import static dev.footlights.query.contract.ListFacts.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What is searched for, and whether it is found. */
class SearchesTest {
    private static final ApiUnderTest api = ListFacts.api();

    @Test
    void searchesAreSummedUp() {
        JsonNode answer = api.json("/api/v1/searches?limit=1&" + DAYS);
        assertThat(answer.get("searches").asInt()).isEqualTo(4);
        assertThat(answer.get("zeroResults").asInt()).isEqualTo(1);
        assertThat(answer.get("opened").asInt()).isEqualTo(1);
        assertThat(answer.get("zeroResultRate").asDouble()).isEqualTo(0.25);
        assertThat(answer.get("successRate").asDouble()).isEqualTo(0.25);
        // Ranks 1, 2 and 4; the one without a rank doesn't count
        assertThat(answer.get("medianRank").asDouble()).isEqualTo(2);
        assertThat(answer.get("withheld").asBoolean()).isFalse();
        assertThat(answer.get("terms").toString())
                .isEqualTo(
                        "{\"total\":2,\"withheldItems\":0,\"rows\":[{\"item\":\"payments\",\"count\":3,\"people\":2}]}");
        assertThat(answer.get("zeroResultTerms").get("rows").get(0).get("item").asText())
                .isEqualTo("=cmd");
        JsonNode nothing = api.json("/api/v1/searches?from=2026-01-01&to=2026-01-02");
        assertThat(nothing.get("searches").asInt()).isZero();
        assertThat(nothing.get("successRate").isNull()).isTrue();
        assertThat(nothing.get("medianRank").isNull()).isTrue();
    }
}
