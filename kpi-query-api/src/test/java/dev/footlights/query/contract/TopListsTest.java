package dev.footlights.query.contract;

import static dev.footlights.query.contract.ListFacts.DAYS;
import static dev.footlights.query.contract.ListFacts.LIBRARY;
import static dev.footlights.query.contract.ListFacts.SALES;
import static dev.footlights.query.contract.ListFacts.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is used most. */
class TopListsTest {
    private static final ApiUnderTest api = ListFacts.api();

    private static List<String> top(String list, String query) {
        List<String> rows = new ArrayList<>();
        api.json("/api/v1/top/" + list + "?" + DAYS + query)
                .get("rows")
                .forEach(row -> rows.add(row.get("item").asText() + " " + row.get("count") + " " + row.get("people")));
        return rows;
    }

    @Test
    void aListSaysWhatItIsAboutAndItsRowsHaveTrendAndComparison() {
        JsonNode answer = api.json("/api/v1/top/templates?compare=previous&" + DAYS);
        assertThat(answer.get("asOf").asText()).isEqualTo("2026-10-28T11:59:58.250Z");
        assertThat(answer.get("zone").asText()).isEqualTo("UTC");
        assertThat(answer.get("team").asText()).isEqualTo("org");
        assertThat(answer.get("list").asText()).isEqualTo("templates");
        assertThat(answer.get("withheldItems").asInt()).isZero();
        assertThat(answer.get("total").asInt()).isEqualTo(2);
        assertThat(answer.get("rows").get(0).toString())
                .isEqualTo("{\"item\":\"template:default/svc\",\"count\":3,\"people\":2,"
                        + "\"lastUse\":\"2026-10-20T11:00:00Z\",\"previous\":1,\"trend\":["
                        + "{\"period\":\"2026-10-12\",\"count\":1},{\"period\":\"2026-10-19\",\"count\":2}]}");
        assertThat(answer.get("rows").get(1).toString())
                .contains("\"item\":\"template:default/lib\"", "\"count\":1", "\"previous\":3");
    }

    @Test
    void listsAreOrderedAndPaged() {
        assertThat(top("templates", "&order=growth")).containsExactly(SERVICE + " 3 2", LIBRARY + " 1 1");
        assertThat(top("templates", "&order=last-use")).containsExactly(SERVICE + " 3 2", LIBRARY + " 1 1");
        assertThat(top("templates", "&order=people&offset=1")).containsExactly(LIBRARY + " 1 1");
        assertThat(top("templates", "&limit=1")).containsExactly(SERVICE + " 3 2");
        assertThat(api.json("/api/v1/top/templates?limit=1&" + DAYS)
                        .get("nextOffset")
                        .asInt())
                .isEqualTo(1);
        assertThat(top("templates", "&team=" + SALES)).containsExactly(LIBRARY + " 1 1");
    }

    @Test
    void docsAndEntitiesAreKnownByRefOrPath() {
        // The list of all docs is no site
        assertThat(top("docs", "")).containsExactly("component:default/pay 3 2", "api:default/x 1 1");
        assertThat(top("entities", "")).containsExactly("component:default/pay 2 2");
        assertThat(top("pages", ""))
                .containsExactly(
                        "/docs/default/component/pay 3 2",
                        "component:default/pay 2 2",
                        "/docs 1 1",
                        "/docs/default/api/x 1 1");
        assertThat(top("not-found-docs", "")).containsExactly("component:default/gone 1 1");
    }

    /** Team sales' page was viewed on the 20th at 8 and looked at once more in another quarter of an hour. */
    @Test
    void comingByAgainIsTheLastUse() {
        JsonNode row = api.json("/api/v1/top/pages?team=" + SALES + "&" + DAYS).at("/rows/0");
        assertThat(row.get("item").asText()).isEqualTo("/docs");
        assertThat(row.get("count").asInt()).isOne();
        assertThat(row.get("lastUse").asText()).isEqualTo("2026-10-20T08:29:00Z");
    }

    @Test
    void weeksAreCutInTheAskedZone() {
        String target = "/api/v1/top/docs?" + DAYS + "&offset=1";
        assertThat(api.json(target).get("rows").get(0).get("trend").toString())
                .isEqualTo("[{\"period\":\"2026-10-12\",\"count\":1},{\"period\":\"2026-10-19\",\"count\":0}]");
        assertThat(api.json(target + "&zone=Europe/Paris")
                        .get("rows")
                        .get(0)
                        .get("trend")
                        .toString())
                .isEqualTo("[{\"period\":\"2026-10-12\",\"count\":0},{\"period\":\"2026-10-19\",\"count\":1}]");
    }

    @Test
    void pluginsOutsideTheCatalogueHaveTheirOwnName() {
        JsonNode rows = api.json("/api/v1/top/plugins?" + DAYS).get("rows");
        // Every event of the days, searches' terms aside, which are none
        assertThat(rows)
                .extracting(row -> row.get("item").asText() + " " + row.get("count"))
                .containsExactly(
                        "templates 13", "techdocs 7", "search 4", "ci-cd 1", "my-plugin 1", "software-catalog 1");
        assertThat(rows.get(1).get("title").asText()).isEqualTo("TechDocs");
        assertThat(rows.get(4).has("title")).isFalse();
    }

    @Test
    void termsAreListedWithAndWithoutResults() {
        assertThat(top("search-terms", "")).containsExactly("payments 3 2", "=cmd 1 1");
        assertThat(top("zero-result-terms", "")).containsExactly("=cmd 1 1");
    }

    @Test
    void csvIsSafeInASpreadsheet() {
        HttpResponse<String> csv = api.get("/api/v1/top/search-terms?format=csv&compare=previous&" + DAYS);
        assertThat(csv.headers().firstValue("Footlights-Withheld-Items")).contains("0");
        assertThat(csv.headers().firstValue("Footlights-As-Of")).contains("2026-10-28T11:59:58.250Z");
        assertThat(csv.body())
                .isEqualTo("item,title,count,people,lastUse,previous,previousWithheld,withheld\r\n"
                        + "payments,,3,2,2026-10-21T09:00:00Z,0,false,false\r\n"
                        + "'=cmd,,1,1,2026-10-21T08:00:00Z,0,false,false\r\n");
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        String target = "/api/v1/top/pages?" + DAYS;
        String tag = api.get(target).headers().firstValue("ETag").orElseThrow();
        assertThat(api.get(target, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
}
