package dev.footlights.query.contract;

import static dev.footlights.query.contract.SmallGroupFacts.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.top.TopList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists name nothing that fewer than five people used, and count nothing of it. */
class ListsWithholdingTest {
    private static final ApiUnderTest api = SmallGroupFacts.api();

    @Test
    void whatFewUsedIsNeverNamed() {
        List<String> targets = new ArrayList<>(
                List.of("/api/v1/inactive?", "/api/v1/templates?", "/api/v1/templates/funnel?", "/api/v1/searches?"));
        for (String list : TopList.texts()) {
            for (String order : List.of("count", "people", "last-use", "growth")) {
                targets.add("/api/v1/top/" + list + "?order=" + order + "&");
                targets.add("/api/v1/top/" + list + "?format=csv&order=" + order + "&");
            }
        }
        for (String type : List.of("plugins", "templates", "techdocs", "searches", "catalog_entities")) {
            targets.add("/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-11-01&limit=100&type=top_"
                    + type + "&");
        }
        for (String target : targets) {
            assertThat(api.get(target + DAYS).body()).as(target).doesNotContain("few");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "templates | template:default/checked 5 5, template:default/mixed 5 5, template:default/svc null null | 2",
                "docs | component:default/pay 11 5 | 2",
                "entities | component:default/pay 5 5 | 2",
                "pages | /docs/default/component/pay 11 5, component:default/pay 5 5 | 4",
                "plugins | templates 45 6, search 20 6, techdocs 20 5, software-catalog 10 5, portal null null | 2",
                "search-terms | popular 12 6 | 2",
                "zero-result-terms | | 1",
                "not-found-docs | | 1"
            })
    void itemsOfFewAreCountedAndLeftOut(String list, String expected, int withheld) {
        JsonNode answer = api.json("/api/v1/top/" + list + "?" + DAYS);
        List<String> rows = new ArrayList<>();
        answer.get("rows")
                .forEach(row -> rows.add(row.get("item").asText() + " " + row.get("count") + " " + row.get("people")));
        assertThat(String.join(", ", rows)).isEqualTo(expected == null ? "" : expected);
        assertThat(answer.get("withheldItems").asInt()).isEqualTo(withheld);
        assertThat(answer.get("total").asInt()).isEqualTo(rows.size());
    }

    @Test
    void aWeekOfFewIsHiddenInCompany() {
        // Three people in the week before the first and one in the second, so time can be cut nowhere
        assertThat(trend("templates", SmallGroupFacts.SERVICE))
                .isEqualTo("[{\"period\":\"2026-10-12\",\"count\":null,\"withheld\":true},"
                        + "{\"period\":\"2026-10-19\",\"count\":null,\"withheld\":true},"
                        + "{\"period\":\"2026-10-26\",\"count\":null,\"withheld\":true}]");
        // Nor where it could be cut before, as all of the days is told
        assertThat(api.json("/api/v1/top/docs?" + DAYS).at("/rows/0/trend").toString())
                .isEqualTo("[{\"period\":\"2026-10-12\",\"count\":null,\"withheld\":true},"
                        + "{\"period\":\"2026-10-19\",\"count\":null,\"withheld\":true},"
                        + "{\"period\":\"2026-10-26\",\"count\":null,\"withheld\":true}]");
        // Weeks without anybody hide nothing
        assertThat(api.json("/api/v1/top/entities?" + DAYS).at("/rows/0/trend").toString())
                .isEqualTo("[{\"period\":\"2026-10-12\",\"count\":5},{\"period\":\"2026-10-19\",\"count\":0},"
                        + "{\"period\":\"2026-10-26\",\"count\":0}]");
    }

    private static String trend(String list, String item) {
        for (JsonNode row : api.json("/api/v1/top/" + list + "?" + DAYS).get("rows")) {
            if (row.get("item").asText().equals(item)) {
                return row.get("trend").toString();
            }
        }
        throw new AssertionError(item + " is in the list");
    }

    @Test
    void whatFewUsedBeforeIsNotCompared() {
        JsonNode rows = api.json("/api/v1/top/templates?order=growth&" + DAYS).get("rows");
        assertThat(rows)
                .extracting(row -> row.get("item").asText() + " " + row.get("previous") + " "
                        + row.path("previousWithheld").asBoolean())
                .containsExactly(
                        SmallGroupFacts.CHECKED + " 0 false",
                        SmallGroupFacts.MIXED + " 0 false",
                        SmallGroupFacts.SERVICE + " null true");
        assertThat(api.get("/api/v1/top/templates?compare=previous&format=csv&" + DAYS)
                        .body())
                .contains("\r\n" + SmallGroupFacts.SERVICE + ",,,,,,true,true\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org", SmallGroupFacts.CREW})
    void sumsOfFewSearchersAreHidden(String team) {
        JsonNode answer = api.json("/api/v1/searches?team=" + team + "&" + DAYS);
        assertThat(answer.get("searches").asInt()).isEqualTo(17);
        for (String hidden : List.of("zeroResults", "opened", "zeroResultRate", "successRate", "medianRank")) {
            assertThat(answer.get(hidden).isNull()).as(hidden).isTrue();
        }
        assertThat(answer.get("withheld").asBoolean()).isTrue();
        assertThat(answer.get("terms").toString())
                .isEqualTo(
                        "{\"total\":1,\"withheldItems\":2,\"rows\":[{\"item\":\"popular\",\"count\":12,\"people\":6}]}");
        assertThat(answer.get("zeroResultTerms").toString()).isEqualTo("{\"total\":0,\"withheldItems\":1,\"rows\":[]}");
    }

    @Test
    void aLastUseOfFewIsHidden() {
        JsonNode answer = api.json("/api/v1/inactive?" + DAYS);
        assertThat(answer.get("features"))
                .filteredOn(feature -> feature.get("feature").asText().matches("cost|tech-radar|kubernetes"))
                .extracting(feature ->
                        feature.get("feature").asText() + " " + feature.get("lastUse") + " " + feature.get("withheld"))
                .containsExactlyInAnyOrder(
                        "cost \"2026-09-15\" false", "tech-radar null true", "kubernetes null false");
        assertThat(answer.get("rows"))
                .extracting(row -> row.get("team").asText() + " " + row.get("lastUse") + " " + row.get("withheld"))
                .containsExactly(
                        SmallGroupFacts.BIG + " \"2026-09-15\" false",
                        SmallGroupFacts.NEVER + " null false",
                        SmallGroupFacts.SMALL + " null true");
    }
}
