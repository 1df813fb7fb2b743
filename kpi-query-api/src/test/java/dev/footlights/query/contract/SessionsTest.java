package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sessions of six people of a crew, with a floor of five, in zones whose weeks are rollups and in zones whose aren't. On Sunday
 * they begin too late to do anything in that week, on the Tuesday after they don't.
 */
class SessionsTest {
    private static final String[] OF_CREW = {"group:default/crew", "org"};

    private static final ApiUnderTest api =
            FilledStore.of("sessions", "UTC", SessionsTest::fill).api(5, "2026-11-02T12:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        List<Use> uses = new ArrayList<>();
        for (int actor = 0; actor < 6; actor++) {
            tables.session(actor, "2026-10-11T17:50:00Z", "2026-10-13T09:00:00Z", "search", OF_CREW);
            uses.add(Use.event(actor, "2026-10-13T09:00:00Z", "search", OF_CREW));
            tables.session(10 + actor, "2026-10-13T08:50:00Z", "2026-10-13T09:00:00Z", "techdocs", OF_CREW);
            uses.add(Use.event(10 + actor, "2026-10-13T09:00:00Z", "techdocs", OF_CREW));
        }
        tables.load(uses);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "Asia/Kathmandu", "America/St_Johns"})
    void areAboutThoseWhoWereActiveInThePeriod(String zone) {
        JsonNode rows = api.json("/api/v1/kpis/sessions?granularity=week&groupBy=feature&feature=search,techdocs"
                        + "&from=2026-10-05&to=2026-10-18&zone=" + zone)
                .get("rows");
        assertThat(rows)
                .extracting(row -> row.get("period").asText() + " "
                        + row.get("feature").asText() + " "
                        + row.path("withheldBecause").asText(row.get("value").asText()))
                .containsExactly(
                        "2026-10-05 search few-people",
                        "2026-10-05 techdocs 0",
                        "2026-10-12 search 0",
                        "2026-10-12 techdocs 6");
    }
}
