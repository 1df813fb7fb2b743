package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * That a team does nothing may tell too much. In a week six smiths use the catalog twice each, and nothing else. Three weavers
 * use the catalog once each, and ten of them the docs three times each; bakers do nothing. So the works' catalog is 15, its docs
 * 30, the smiths' total 12 and the weavers' 33, and as soon as it is told that smiths don't use the docs, the weavers' catalog is
 * 15 less 12: what three people did. Of smiths who read docs in the next week it isn't told that they didn't before; of smiths
 * who never do, which getting on board tells anyhow, the totals aren't.
 */
class WithheldNothingTest {
    private static final String WORKS = "group:default/works";
    private static final String SMITHS = "group:default/smiths";
    private static final String WEAVERS = "group:default/weavers";
    private static final String BAKERS = "group:default/bakers";
    private static final String CATALOG = "software-catalog";
    private static final String DOCS = "techdocs";
    private static final String WEEK = "from=2026-10-19&to=2026-10-25";

    private static final ApiUnderTest api = FilledStore.of(
                    "withheld_nothing", "UTC", tables -> fill(tables, smithsReadingLater()))
            .api(5, "2026-10-28T12:00:00Z");
    private static final ApiUnderTest never = FilledStore.of("withheld_never", "UTC", tables -> fill(tables, List.of()))
            .api(5, "2026-10-28T12:00:00Z");

    private static void fill(Tables tables, List<Use> later) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team(WORKS, "Works", "org", true);
        for (String team : List.of(SMITHS, WEAVERS, BAKERS)) {
            tables.team(team, team, WORKS, true);
        }
        List<Use> uses = new ArrayList<>(later);
        for (int smith = 1; smith <= 6; smith++) {
            use(uses, smith, CATALOG, 2, SMITHS);
        }
        for (int weaver = 11; weaver <= 20; weaver++) {
            use(uses, weaver, DOCS, 3, WEAVERS);
            if (weaver <= 13) {
                use(uses, weaver, CATALOG, 1, WEAVERS);
            }
        }
        tables.load(uses);
    }

    private static List<Use> smithsReadingLater() {
        List<Use> uses = new ArrayList<>();
        for (int smith = 1; smith <= 6; smith++) {
            uses.add(Use.event(smith, "2026-10-27T10:00:00Z", DOCS, SMITHS, WORKS, "org"));
        }
        return uses;
    }

    private static void use(List<Use> uses, int actor, String feature, int times, String team) {
        for (int time = 0; time < times; time++) {
            uses.add(Use.event(actor, "2026-10-2%dT10:00:00Z".formatted(time), feature, team, WORKS, "org"));
        }
    }

    @AfterAll
    static void stop() {
        api.close();
        never.close();
    }

    /** Those of the catalog and the docs that are withheld, and with which reason. */
    private static Set<String> withheld(String target) {
        return withheld(api, target);
    }

    private static Set<String> withheld(ApiUnderTest of, String target) {
        Set<String> withheld = new TreeSet<>();
        for (JsonNode row : of.json(target).get("rows")) {
            if (row.get("withheld").asBoolean()) {
                assertThat(row.get("value").isNull()).isTrue();
                withheld.add(row.get("team").asText() + " " + row.get("feature").asText() + " "
                        + row.get("withheldBecause").asText());
            }
        }
        return withheld;
    }

    @Test
    void whatATeamDoesNotUseIsNotTold() {
        for (String kpi : List.of("events", "active-users", "page-views", "interactions", "adoption-rate")) {
            assertThat(withheld("/api/v1/matrix?kpi=" + kpi + "&" + WEEK))
                    .as(kpi)
                    .containsAll(List.of(
                            SMITHS + " " + CATALOG + " neighbours",
                            SMITHS + " " + DOCS + " neighbours",
                            WEAVERS + " " + DOCS + " neighbours"))
                    .anyMatch(row -> row.startsWith(WEAVERS + " " + CATALOG))
                    .noneMatch(row -> row.startsWith(BAKERS) || row.startsWith(WORKS) || row.startsWith("org"));
        }
        assertThat(withheld("/api/v1/kpis/events?granularity=week&feature=techdocs&team=" + SMITHS + "&" + WEEK))
                .containsExactly(SMITHS + " " + DOCS + " neighbours");
        assertThat(withheld("/api/v1/kpis/new-users?granularity=week&feature=techdocs&team=" + SMITHS + "&" + WEEK))
                .containsExactly(SMITHS + " " + DOCS + " neighbours");
    }

    @Test
    void norHowManyCameAndWent() {
        JsonNode row = api.json("/api/v1/growth?granularity=week&feature=techdocs&team=" + SMITHS + "&" + WEEK)
                .at("/rows/0");
        for (String part : List.of("active", "new", "returning", "resurrected")) {
            assertThat(row.get(part).isNull()).as(part).isTrue();
        }
        JsonNode bakers = api.json("/api/v1/growth?granularity=week&feature=techdocs&team=" + BAKERS + "&" + WEEK)
                .at("/rows/0");
        assertThat(bakers.get("active").asInt(-1)).isZero();
    }

    @Test
    void totalsAndTheFeaturesOfAllAreTold() {
        assertThat(api.rows("/api/v1/kpis/events?granularity=week&groupBy=team&" + WEEK))
                .containsExactly(
                        "2026-10-19 " + BAKERS + " * 0",
                        "2026-10-19 " + SMITHS + " * 12",
                        "2026-10-19 " + WEAVERS + " * 33",
                        "2026-10-19 " + WORKS + " * 45",
                        "2026-10-19 org * 45");
        assertThat(withheld("/api/v1/kpis/events?granularity=week&groupBy=feature&" + WEEK))
                .isEmpty();
    }

    @Test
    void ofATeamThatNeverUsedAnotherFeatureTheTotalIsNotTold() {
        for (String kpi : List.of("events", "active-users", "page-views", "interactions", "adoption-rate")) {
            assertThat(withheld(never, "/api/v1/matrix?kpi=" + kpi + "&" + WEEK))
                    .as(kpi)
                    .containsExactlyInAnyOrder(
                            SMITHS + " " + CATALOG + " neighbours", WEAVERS + " " + CATALOG + " few-people");
            assertThat(withheld(never, "/api/v1/kpis/" + kpi + "?granularity=week&groupBy=team&" + WEEK))
                    .as(kpi)
                    .containsExactlyInAnyOrder(SMITHS + " * neighbours", WEAVERS + " * neighbours");
        }
        // Whichever way they are asked for: alone, with the features, and as who came and went
        for (String target :
                List.of("kpis/events?team=" + SMITHS, "kpis/events?feature=*&feature=techdocs&team=" + SMITHS)) {
            assertThat(withheld(never, "/api/v1/" + target + "&granularity=week&" + WEEK))
                    .as(target)
                    .containsExactly(SMITHS + " * neighbours");
        }
        assertThat(never.json("/api/v1/growth?granularity=week&team=" + SMITHS + "&" + WEEK)
                        .at("/rows/0/active")
                        .isNull())
                .isTrue();
    }

    @Test
    void checksAndBooksAreAboutNobody() {
        assertThat(withheld("/api/v1/kpis/check-pass-rate?granularity=week&groupBy=team&" + WEEK))
                .isEmpty();
        assertThat(withheld("/api/v1/kpis/events-received?granularity=week&" + WEEK))
                .isEmpty();
    }
}
