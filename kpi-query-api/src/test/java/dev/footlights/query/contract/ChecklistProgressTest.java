package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A team of ten. Four of its people and a guest have used something; the floor is five. */
class ChecklistProgressTest {
    private static final String QUESTION = "?granularity=total&team=visited&from=2026-10-01&to=2026-10-31";
    private static final ApiUnderTest api = FilledStore.of("checklist_progress", "UTC", ChecklistProgressTest::fill)
            .api(5, "2026-11-20T00:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        tables.team("visited", "Visited", "org", true);
        for (int person = 0; person < 10; person++) {
            tables.person(person, true, "visited", "org");
        }
        List<Use> uses = new ArrayList<>();
        for (int person = 6; person < 11; person++) {
            uses.add(Use.event(person, "2026-10-14T10:00:00Z", "techdocs", "visited", "org"));
        }
        tables.load(uses);
        tables.asOf("2026-11-19T23:59:00Z");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static JsonNode row(String kpi) {
        return api.json("/api/v1/kpis/" + kpi + QUESTION).at("/rows/0");
    }

    @Test
    void featuresAreUnlockedByAnybody() {
        assertThat(row("unlocked-features").get("value").asInt()).isOne();
    }

    /** It is about the four of the roster alone. */
    @Test
    void progressOfTooFewPeopleIsWithheldWhoeverVisits() {
        assertThat(row("checklist-progress").get("withheld").asBoolean()).isTrue();
        assertThat(row("checklist-progress").get("value").isNull()).isTrue();
    }
}
