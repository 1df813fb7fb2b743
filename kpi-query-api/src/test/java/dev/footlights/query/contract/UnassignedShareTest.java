package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Weeks of events of people with a team and without one, with a floor of five. */
class UnassignedShareTest {
    private static final String[] OF_CREW = {"group:default/crew", "org"};
    private static final String[] OF_NONE = {"unassigned", "org"};

    private static final ApiUnderTest api =
            FilledStore.of("unassigned_share", "UTC", UnassignedShareTest::fill).api(5, "2026-11-02T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        List<Use> uses = new ArrayList<>();
        search(uses, "2026-09-28T09:00:00Z", 6, 0);
        search(uses, "2026-10-05T09:00:00Z", 6, 5);
        search(uses, "2026-10-12T09:00:00Z", 6, 4);
        search(uses, "2026-10-19T09:00:00Z", 4, 0);
        tables.load(uses);
        tables.session(200, "2026-10-04T23:50:00Z", "2026-10-05T00:05:00Z", "search", OF_NONE);
        tables.session(201, "2026-10-25T23:50:00Z", "2026-10-26T00:05:00Z", "search", OF_NONE);
    }

    private static void search(List<Use> uses, String at, int ofCrew, int ofNone) {
        IntStream.range(0, ofCrew).forEach(actor -> uses.add(Use.event(actor, at, "search", OF_CREW)));
        IntStream.range(100, 100 + ofNone).forEach(actor -> uses.add(Use.event(actor, at, "search", OF_NONE)));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** In the first week and in the last one a session of somebody without a team began, but its searches are of the week after. */
    @Test
    void isAboutThoseWithoutATeamOrElseAboutAll() {
        JsonNode rows = api.json("/api/v1/kpis/unassigned-share?granularity=week&feature=search"
                        + "&from=2026-09-28&to=2026-10-25")
                .get("rows");
        assertThat(rows)
                .extracting(row -> row.get("period").asText() + " "
                        + row.path("withheldBecause").asText(row.get("value").asText()))
                .containsExactly(
                        "2026-09-28 0.0", "2026-10-05 " + 5 / 11.0, "2026-10-12 few-people", "2026-10-19 few-people");
    }
}
