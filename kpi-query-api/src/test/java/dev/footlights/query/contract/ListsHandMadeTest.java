package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Lists and funnels of facts small enough to count by hand. The asked days are the ISO weeks of the 12th and the 19th. */
class ListsHandMadeTest {
    private static final String PAYMENTS = "group:default/payments";
    private static final String SALES = "group:default/sales";
    private static final String IDLE = "group:default/idle";
    private static final String LATE = "group:default/late";
    private static final String[] OF_PAYMENTS = {PAYMENTS, "org"};
    private static final String[] OF_SALES = {SALES, "org"};
    private static final String[] OF_NONE = {"unassigned", "org"};
    private static final String SERVICE = "template:default/svc";
    private static final String LIBRARY = "template:default/lib";
    private static final String DAYS = "from=2026-10-12&to=2026-10-25";

    private static final ApiUnderTest api = start();

    private static ApiUnderTest start() {
        try {
            ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("lists_hand_made");
            ZoneId utc = ZoneId.of("UTC");
            Tables tables = new Tables(store, utc);
            tables.team("org", "Everyone", "", true);
            tables.team(PAYMENTS, "Payments", "org", true);
            tables.team(SALES, "Sales", "org", true);
            tables.team(IDLE, "Idle", "org", true);
            tables.team(LATE, "Late", PAYMENTS, true);
            tables.team("group:default/closed", "Closed", "org", false);
            tables.person(1, true, OF_PAYMENTS);
            tables.person(2, true, OF_PAYMENTS);
            tables.person(3, true, OF_SALES);
            tables.person(5, true, IDLE, "org");
            tables.person(6, true, LATE, PAYMENTS, "org");
            tables.asOf("2026-10-28T11:59:58.250Z");
            tables.loadItems(uses());
            tables.outcome("t1", SERVICE, 1, "completed", "2026-10-13T09:05:00Z", OF_PAYMENTS);
            tables.outcome("t2", SERVICE, 1, "failed", "2026-10-20T10:05:00Z", OF_PAYMENTS);
            tables.outcome("t3", SERVICE, 2, "completed", "2026-10-20T11:05:00Z", OF_PAYMENTS);
            tables.outcome("t4", SERVICE, 2, "completed", "2026-10-26T00:00:00Z", OF_PAYMENTS);
            return new ApiUnderTest(store.settings(), utc, 1, Instant.parse("2026-10-28T12:00:00Z"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ItemUse> uses() {
        return List.of(
                // Before the asked days
                ItemUse.act(1, "2026-09-01T23:50:00Z", "cost", "click", "", OF_PAYMENTS),
                ItemUse.run(1, "2026-10-05T09:00:00Z", SERVICE, 0, OF_PAYMENTS),
                ItemUse.run(3, "2026-10-06T09:00:00Z", LIBRARY, 0, OF_SALES),
                ItemUse.run(3, "2026-10-06T10:00:00Z", LIBRARY, 0, OF_SALES),
                ItemUse.run(3, "2026-10-06T11:00:00Z", LIBRARY, 0, OF_SALES),
                // 1 goes through a template in ten minutes, and runs it again a week later
                ItemUse.act(1, "2026-10-13T08:50:00Z", "templates", "open", SERVICE, OF_PAYMENTS),
                ItemUse.act(1, "2026-10-13T08:55:00Z", "templates", "step-1", SERVICE, OF_PAYMENTS),
                ItemUse.run(1, "2026-10-13T09:00:00Z", SERVICE, 2_500_000, OF_PAYMENTS),
                ItemUse.run(1, "2026-10-20T10:00:00Z", SERVICE, 1_500_000, OF_PAYMENTS),
                // 2 takes half an hour, then again, over and over
                ItemUse.act(2, "2026-10-20T10:30:00Z", "templates", "open", SERVICE, OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T10:58:00Z", "templates", "step-1", SERVICE, OF_PAYMENTS),
                ItemUse.run(2, "2026-10-20T11:00:00Z", SERVICE, 0, OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T11:10:00Z", "templates", "restart", SERVICE, OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T11:20:00Z", "templates", "retried", SERVICE, OF_PAYMENTS),
                // 3 is seen at the first step before opening
                ItemUse.act(3, "2026-10-14T07:00:00Z", "templates", "step-1", LIBRARY, OF_SALES),
                ItemUse.act(3, "2026-10-14T07:30:00Z", "templates", "open", LIBRARY, OF_SALES),
                ItemUse.run(3, "2026-10-14T08:00:00Z", LIBRARY, 0, OF_SALES),
                // 4 only opens
                ItemUse.act(4, "2026-10-15T08:00:00Z", "templates", "open", SERVICE, OF_NONE),
                // Views; 22:30 UTC is Monday in Paris
                ItemUse.view(1, "2026-10-20T08:00:00Z", "techdocs", "component:default/pay", OF_PAYMENTS),
                ItemUse.view(1, "2026-10-20T08:01:00Z", "techdocs", "component:default/pay", OF_PAYMENTS),
                ItemUse.view(2, "2026-10-20T08:00:00Z", "techdocs", "/docs/default/component/pay/setup", OF_PAYMENTS),
                ItemUse.view(3, "2026-10-20T08:00:00Z", "techdocs", "/docs", OF_SALES),
                ItemUse.view(3, "2026-10-18T22:30:00Z", "techdocs", "api:default/x", OF_SALES),
                ItemUse.view(1, "2026-10-20T08:05:00Z", "software-catalog", "component:default/pay", OF_PAYMENTS),
                ItemUse.view(2, "2026-10-20T08:05:00Z", "ci-cd", "/catalog/Default/Component/Pay/ci", OF_PAYMENTS),
                ItemUse.act(1, "2026-10-20T08:06:00Z", "techdocs", "not-found", "component:default/gone", OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T08:06:00Z", "my-plugin", "click", "", OF_PAYMENTS),
                // Searches
                ItemUse.search(1, "2026-10-21T08:00:00Z", "payments", true, true, OF_PAYMENTS),
                ItemUse.search(1, "2026-10-21T09:00:00Z", "payments", true, false, OF_PAYMENTS),
                ItemUse.search(2, "2026-10-21T08:00:00Z", "payments", true, false, OF_PAYMENTS),
                ItemUse.search(3, "2026-10-21T08:00:00Z", "=cmd", false, false, OF_SALES),
                ItemUse.act(1, "2026-10-21T08:00:05Z", "search", "discover-1", "component:default/pay", OF_PAYMENTS),
                ItemUse.act(2, "2026-10-21T08:00:05Z", "search", "discover-4", "component:default/pay", OF_PAYMENTS),
                ItemUse.act(2, "2026-10-21T08:00:06Z", "search", "discover-2", "component:default/pay", OF_PAYMENTS),
                ItemUse.act(3, "2026-10-21T08:00:06Z", "search", "discover", "", OF_SALES),
                // After the asked days
                ItemUse.act(6, "2026-10-27T08:00:00Z", "home", "click", "", LATE, PAYMENTS, "org"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

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
                        "component:default/pay 3 1",
                        "/catalog/Default/Component/Pay/ci 1 1",
                        "/docs 1 1",
                        "/docs/default/component/pay/setup 1 1",
                        "api:default/x 1 1");
        assertThat(top("not-found-docs", "")).containsExactly("component:default/gone 1 1");
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
                        "templates 13", "techdocs 6", "search 4", "ci-cd 1", "my-plugin 1", "software-catalog 1");
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
                .isEqualTo("item,title,count,people,lastUse,previous,previousWithheld\r\n"
                        + "payments,,3,2,2026-10-21T09:00:00Z,0,false\r\n"
                        + "'=cmd,,1,1,2026-10-21T08:00:00Z,0,false\r\n");
    }

    @Test
    void whatNobodyUsedIsListedWithItsLastUse() {
        JsonNode answer = api.json("/api/v1/inactive?" + DAYS);
        assertThat(answer.get("features"))
                .extracting(feature -> feature.get("feature").asText())
                .contains("kubernetes", "cost", "home")
                .doesNotContain("templates", "techdocs", "search", "ci-cd", "software-catalog", "my-plugin");
        assertThat(lastUse(answer, "kubernetes").isNull()).isTrue();
        assertThat(lastUse(answer, "cost").asText()).isEqualTo("2026-09-01");
        assertThat(lastUse(api.json("/api/v1/inactive?zone=Europe/Paris&" + DAYS), "cost")
                        .asText())
                .isEqualTo("2026-09-02");
        assertThat(answer.get("rows").toString())
                .isEqualTo("[{\"team\":\"group:default/idle\",\"title\":\"Idle\",\"headcount\":1,"
                        + "\"lastUse\":null,\"withheld\":false},"
                        + "{\"team\":\"group:default/late\",\"title\":\"Late\",\"headcount\":1,"
                        + "\"lastUse\":\"2026-10-27\",\"withheld\":false}]");
        JsonNode payments = api.json("/api/v1/inactive?team=" + PAYMENTS + "&" + DAYS);
        assertThat(payments.get("rows")).hasSize(1);
        assertThat(payments.get("features")).hasSizeLessThan(20).hasSizeGreaterThan(5);
        assertThat(api.json("/api/v1/inactive?team=" + IDLE + "&" + DAYS).get("rows"))
                .isEmpty();
    }

    private static JsonNode lastUse(JsonNode answer, String feature) {
        for (JsonNode each : answer.get("features")) {
            if (each.get("feature").asText().equals(feature)) {
                return each.get("lastUse");
            }
        }
        throw new AssertionError(feature + " is not in " + answer);
    }

    private static List<String> funnel(String query) {
        List<String> rows = new ArrayList<>();
        api.json("/api/v1/funnel?" + DAYS + query)
                .get("rows")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.get("team").asText(),
                        row.get("number").asText(),
                        row.get("people").asText(),
                        row.get("shareOfPrevious").asText(),
                        row.get("shareOfFirst").asText(),
                        row.get("medianSeconds").asText())));
        return rows;
    }

    @Test
    void aFunnelFollowsPeopleFromStepToStep() {
        // 3 was at the first step before opening and isn't counted as going on; waits of 5 and 28, of 5 and 2 minutes
        assertThat(funnel("&steps=templates:open,templates:step-1,templates:create:" + SERVICE))
                .containsExactly("org 1 4 null 1.0 null", "org 2 2 0.5 0.5 990.0", "org 3 2 1.0 0.5 210.0");
        assertThat(funnel("&step=templates:open&step=search:search:payments&team=" + PAYMENTS))
                .containsExactly(PAYMENTS + " 1 2 null 1.0 null", PAYMENTS + " 2 2 1.0 1.0 382800.0");
        assertThat(funnel("&steps=kubernetes,templates"))
                .containsExactly("org 1 0 null null null", "org 2 0 null null null");
        // Any feature: 1 was first there at opening, which is no earlier than itself; 2 was there at 8:00 and opened at
        // 10:30
        assertThat(funnel("&steps=*,templates:open&team=" + PAYMENTS).getLast())
                .isEqualTo(PAYMENTS + " 2 2 1.0 1.0 4500.0");
    }

    @Test
    void funnelsOfEachTeamStandBesideEachOther() {
        assertThat(funnel("&steps=templates:open,templates:create&groupBy=team&team=" + SALES + "," + PAYMENTS))
                .containsExactly(
                        SALES + " 1 1 null 1.0 null",
                        SALES + " 2 1 1.0 1.0 1800.0",
                        PAYMENTS + " 1 2 null 1.0 null",
                        PAYMENTS + " 2 2 1.0 1.0 1200.0");
        JsonNode all = api.json("/api/v1/funnel?steps=search,home&groupBy=team&limit=4&" + DAYS);
        assertThat(all.get("total").asInt()).isEqualTo(12);
        assertThat(all.get("rows")).hasSize(4);
    }

    @Test
    void aTemplatesFunnelTellsWherePeopleStop() {
        JsonNode answer = api.json("/api/v1/templates/funnel?" + DAYS);
        assertThat(answer.get("rows")).hasSize(2);
        JsonNode service = answer.get("rows").get(0);
        assertThat(service.get("template").asText()).isEqualTo(SERVICE);
        assertThat(service.get("stages"))
                .extracting(stage -> stage.get("stage").asText() + " " + stage.get("people") + " " + stage.get("events")
                        + " " + stage.get("lost"))
                .containsExactly("open 3 3 null", "step-1 2 2 " + 1.0 / 3, "create 2 3 0.0", "completed 2 2 0.0");
        assertThat(service.get("restarts").toString()).isEqualTo("{\"people\":1,\"events\":1,\"withheld\":false}");
        assertThat(service.get("retries").get("events").asInt()).isEqualTo(1);
        assertThat(service.get("cancels").get("events").asInt()).isZero();
        assertThat(service.get("failed").get("events").asInt()).isEqualTo(1);
        assertThat(service.get("minutesSaved").asText()).isEqualTo("4");
        JsonNode library = answer.get("rows").get(1);
        assertThat(library.get("failed").isNull()).isTrue();
        assertThat(library.get("stages")).hasSize(3);
        assertThat(api.json("/api/v1/templates/funnel?template=Template:default/lib&" + DAYS)
                        .get("rows"))
                .hasSize(1);
        assertThat(api.json("/api/v1/templates/funnel?template=all&team=" + SALES + "&" + DAYS)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void templatesAreListedWithWhatBecameOfThem() {
        JsonNode rows = api.json("/api/v1/templates?" + DAYS).get("rows");
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"template\":\"template:default/svc\",\"runs\":3,\"people\":2,\"successRate\":" + 2.0 / 3
                        + ",\"successRateWithheld\":false,\"minutesSaved\":4,"
                        + "\"lastRun\":\"2026-10-20T11:00:00Z\"}");
        assertThat(rows.get(1).get("successRate").isNull()).isTrue();
    }

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

    @Test
    void anUnchangedListIsNotSentAgain() {
        String target = "/api/v1/top/pages?" + DAYS;
        String tag = api.get(target).headers().firstValue("ETag").orElseThrow();
        assertThat(api.get(target, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private static String insights(String query) {
        HttpResponse<String> response =
                api.get("/api/adoption-insights/events?start_date=2026-10-12&end_date=2026-10-25&" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void theDashboardsQueriesHaveItsShapes() {
        assertThat(insights("type=total_users")).isEqualTo("{\"data\":[{\"logged_in_users\":4,\"licensed_users\":5}]}");
        // In the first week 1, 3 and 4, in the second 1, 2 and 3; 4 and 2 had never been there before
        assertThat(insights("type=active_users"))
                .isEqualTo(
                        "{\"grouping\":\"weekly\",\"data\":["
                                + "{\"date\":\"2026-10-12T00:00:00+00\",\"total_users\":3,\"new_users\":1,\"returning_users\":2},"
                                + "{\"date\":\"2026-10-19T00:00:00+00\",\"total_users\":3,\"new_users\":1,\"returning_users\":2}]}");
        assertThat(insights("type=top_plugins&limit=1"))
                .isEqualTo("{\"grouping\":\"weekly\",\"data\":[{\"plugin_id\":\"techdocs\",\"visit_count\":5,"
                        + "\"trend\":[{\"date\":\"2026-10-12T00:00:00+00\",\"count\":1},"
                        + "{\"date\":\"2026-10-19T00:00:00+00\",\"count\":4}],\"trend_percentage\":\"300.00\"}]}");
        assertThat(insights("type=top_templates&limit=1"))
                .isEqualTo("{\"data\":[{\"entityref\":\"template:default/svc\",\"count\":3,"
                        + "\"last_used\":\"2026-10-20T11:00:00.000Z\"}]}");
        assertThat(insights("type=top_techdocs&limit=1"))
                .isEqualTo("{\"data\":[{\"count\":3,\"last_used\":\"2026-10-20T08:01:00.000Z\",\"kind\":\"component\","
                        + "\"name\":\"pay\",\"namespace\":\"default\",\"site_name\":\"pay\"}]}");
        assertThat(insights("type=top_searches"))
                .isEqualTo("{\"grouping\":\"weekly\",\"data\":[{\"date\":\"2026-10-19T00:00:00+00\",\"count\":4}]}");
        assertThat(insights("type=top_catalog_entities&kind=Component"))
                .isEqualTo("{\"data\":[{\"plugin_id\":\"catalog\",\"kind\":\"component\",\"name\":\"pay\","
                        + "\"namespace\":\"default\",\"last_used\":\"2026-10-20T08:05:00.000Z\",\"count\":2}]}");
        assertThat(insights("type=top_catalog_entities&kind=api")).isEqualTo("{\"data\":[]}");
    }

    @Test
    void theDashboardsBucketsAreOfItsZone() {
        assertThat(insights("type=top_plugins&limit=1&timezone=Europe/Paris"))
                .contains(
                        "\"trend\":[{\"date\":\"2026-10-19T00:00:00+02\",\"count\":5}],\"trend_percentage\":\"0.00\"");
        assertThat(insights("type=top_searches&grouping=daily&timezone=Asia/Kolkata"))
                .isEqualTo("{\"grouping\":\"daily\",\"data\":[{\"date\":\"2026-10-21\",\"count\":4}]}");
        assertThat(insights("type=top_searches&grouping=hourly&timezone=Asia/Kolkata"))
                .isEqualTo("{\"grouping\":\"hourly\",\"data\":[{\"date\":\"2026-10-21T13:00:00+0530\",\"count\":3},"
                        + "{\"date\":\"2026-10-21T14:00:00+0530\",\"count\":1}]}");
        assertThat(insights("type=top_searches&grouping=monthly"))
                .isEqualTo("{\"grouping\":\"monthly\",\"data\":[{\"date\":\"2026-10-01T00:00:00+00\",\"count\":4}]}");
        assertThat(api.json("/api/adoption-insights/events?type=top_searches&start_date=2026-10-21&end_date=2026-10-21")
                        .get("grouping")
                        .asText())
                .isEqualTo("hourly");
        assertThat(api.json("/api/adoption-insights/events?type=top_searches&start_date=2026-10-14&end_date=2026-10-21")
                        .get("grouping")
                        .asText())
                .isEqualTo("daily");
        assertThat(api.json("/api/adoption-insights/events?type=active_users&start_date=2026-09-01&end_date=2026-10-21")
                        .get("grouping")
                        .asText())
                .isEqualTo("monthly");
        assertThat(api.get("/api/adoption-insights/events?type=active_users&start_date=2026-01-01&end_date=2026-01-02")
                        .body())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void theDashboardsExportsAreTables() {
        assertThat(insights("type=top_plugins&limit=1&format=csv"))
                .isEqualTo("plugin_id,visit_count,trend,trend_percentage\r\n"
                        + "techdocs,5,2026-10-12T00:00:00+00=1 2026-10-19T00:00:00+00=4,300.00\r\n");
        HttpResponse<String> csv = api.get(
                "/api/adoption-insights/events?type=total_users&format=csv&start_date=2026-10-12&end_date=2026-10-25");
        assertThat(csv.body()).isEqualTo("logged_in_users,licensed_users\r\n4,5\r\n");
        assertThat(csv.headers().firstValue("Footlights-Zone")).contains("UTC");
        assertThat(csv.headers().firstValue("Footlights-As-Of")).contains("2026-10-28T11:59:58.250Z");
    }
}
