package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What people search for and what things are called is anybody's text: it is told as it is, and is never run. */
class HostileItemsTest {
    private static final List<String> TEXTS = List.of(
            "' or 1=1 --",
            "'); drop table activity_facts; --",
            "\\' or 1=1 --",
            "o\"hara, o\"brien",
            "<script>alert(1)</script>",
            "=hyperlink(\"http://127.0.0.1\")",
            "+1",
            "-1",
            "@sum(1+1)",
            "two\r\nlines",
            "{x:string}",
            "?",
            "%s",
            "emoji 😀");
    private static final String DAYS = "from=2026-10-19&to=2026-10-25";
    private static final ApiUnderTest api =
            FilledStore.of("hostile_items", "UTC", HostileItemsTest::fill).api(1, "2026-10-28T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        List<ItemUse> uses = new ArrayList<>();
        for (String text : TEXTS) {
            uses.add(ItemUse.search(1, "2026-10-20T08:00:00Z", text, false, false, "org"));
            uses.add(ItemUse.run(1, "2026-10-20T09:00:00Z", "template:default/" + text, 0, "org"));
            uses.add(ItemUse.view(1, "2026-10-20T10:00:00Z", "techdocs", "component:default/" + text, "org"));
        }
        tables.loadItems(uses);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void itemsAreToldAsTheyAreWithTheirTrends() {
        for (String list : List.of("search-terms", "zero-result-terms", "templates")) {
            String before = list.equals("templates") ? "template:default/" : "";
            JsonNode rows = api.json("/api/v1/top/" + list + "?" + DAYS).get("rows");
            assertThat(rows)
                    .extracting(row -> row.get("item").asText())
                    .containsExactlyElementsOf(
                            TEXTS.stream().sorted().map(text -> before + text).toList());
            assertThat(rows)
                    .allMatch(row -> row.get("trend").get(0).get("count").asLong() == 1);
        }
    }

    @Test
    void aSpreadsheetRunsNoneOfThem() {
        HttpResponse<String> csv = api.get("/api/v1/top/search-terms?format=csv&" + DAYS);
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body())
                .contains(
                        "\r\n'+1,,1,1,",
                        "\r\n'-1,,1,1,",
                        "\r\n'@sum(1+1),,1,1,",
                        "\r\n\"'=hyperlink(\"\"http://127.0.0.1\"\")\",,1,1,",
                        "\r\n\"o\"\"hara, o\"\"brien\",,1,1,",
                        "\r\n\"two\r\nlines\",,1,1,");
        assertThat(csv.body().lines()).noneMatch(line -> "=+-@".indexOf(line.charAt(0)) >= 0);
    }

    @Test
    void theDashboardIsToldThemAsText() {
        String target = "/api/adoption-insights/events?start_date=2026-10-19&end_date=2026-10-25&limit=100&type=";
        HttpResponse<String> templates = api.get(target + "top_templates");
        assertThat(templates.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(ApiUnderTest.parse(templates.body()).get("data"))
                .extracting(row -> row.get("entityref").asText())
                .containsExactlyElementsOf(TEXTS.stream()
                        .sorted()
                        .map(text -> "template:default/" + text)
                        .toList());
        // A name with a slash is no entity's
        assertThat(api.json(target + "top_techdocs").get("data"))
                .extracting(row -> row.get("site_name").asText())
                .containsExactlyElementsOf(TEXTS.stream()
                        .sorted()
                        .filter(text -> !text.contains("/"))
                        .toList());
        assertThat(api.get(target + "top_techdocs&format=csv").body())
                .contains(",component,'+1,default,'+1\r\n", ",component,'@sum(1+1),default,'@sum(1+1)\r\n");
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void anItemCanBeAskedForByItsName(String text) {
        JsonNode funnel = api.json("/api/v1/funnel?" + DAYS + "&step=search:search:" + encoded(text)
                + "&step=templates:create:template:default/" + encoded(text));
        assertThat(funnel.get("rows"))
                .extracting(row -> row.get("people").asInt())
                .containsExactly(1, 1);
        JsonNode template =
                api.json("/api/v1/templates/funnel?" + DAYS + "&template=" + encoded("Template:default/" + text));
        assertThat(template.get("rows"))
                .extracting(row -> row.get("template").asText())
                .containsExactly("template:default/" + text);
    }
}
