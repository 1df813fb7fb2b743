package dev.footlights.query.contract;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two departments with three teams of five people each, six newcomers in department B itself; the floor is five. The demo of
 * 12 October invited department A.
 */
final class ProgrammeFacts {
    static final String OCTOBER = "from=2026-10-01&to=2026-10-31";
    private static final List<String> LEAVES = List.of("a1", "a2", "a3", "b1", "b2", "b3");

    private ProgrammeFacts() {}

    private static final class Holder {
        static final ApiUnderTest API =
                FilledStore.of("programme", "UTC", ProgrammeFacts::fill).api(5, "2026-11-20T00:00:00Z");
    }

    /** Answers about these facts, with a floor of five, as long as the tests run. */
    static ApiUnderTest api() {
        return Holder.API;
    }

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team("dept-a", "Department A", "org", true);
        tables.team("dept-b", "Department B", "org", true);
        List<Use> uses = new ArrayList<>();
        int[] before = {10, 10, 10, 10, 10, 10};
        int[] after = {20, 30, 40, 10, 10, 20};
        for (int team = 0; team < LEAVES.size(); team++) {
            String leaf = LEAVES.get(team);
            String department = "dept-" + leaf.charAt(0);
            tables.team(leaf, "Team " + leaf, department, true);
            for (int person = 0; person < 5; person++) {
                tables.person(team * 10 + person, true, leaf, department, "org");
            }
            for (int use = 0; use < before[team]; use++) {
                int actor = team * 10 + use % 5;
                uses.add(Use.event(actor, "2026-09-29T10:00:00Z", "techdocs", leaf, department, "org"));
            }
            for (int use = 0; use < after[team]; use++) {
                int actor = team * 10 + use % 5;
                uses.add(Use.event(actor, "2026-10-14T10:00:00Z", "techdocs", leaf, department, "org"));
            }
            // The demo's own day counts on neither side.
            uses.add(Use.event(team * 10, "2026-10-12T10:00:00Z", "techdocs", leaf, department, "org"));
        }
        for (int person = 0; person < 5; person++) {
            uses.add(Use.event(person, "2026-10-14T11:00:00Z", "search", "a1", "dept-a", "org"));
        }
        uses.add(Use.event(10, "2026-10-15T11:00:00Z", "search", "a2", "dept-a", "org"));
        for (int newcomer = 100; newcomer < 106; newcomer++) {
            tables.person(newcomer, true, "dept-b", "org");
            tables.execute("INSERT INTO roster SELECT actor, own_teams, teams, toDateTime64('2026-10-20 00:00:00', 3,"
                    + " 'UTC'), 1, 3 FROM roster FINAL WHERE actor = '" + Tables.actor(newcomer) + "'");
            String first = newcomer < 105 ? "2026-10-22T09:00:00Z" : "2026-11-10T09:00:00Z";
            uses.add(Use.event(newcomer, first, "home", "dept-b", "org"));
        }
        tables.load(uses);
        tables.asOf("2026-11-19T23:59:00Z");
        answers(tables);
        checks(tables);
        books(tables);
    }

    private static void answers(Tables tables) throws SQLException {
        int[] scores = {5, 5, 5, 5, 5, 4};
        int[] recommend = {9, 10, 9, 3, 7, 9};
        for (int person = 0; person < scores.length; person++) {
            answer(tables, "satisfaction", person, "2026-10-05", "'old'", "1");
            answer(tables, "satisfaction", person, "2026-10-06", "'new'", Integer.toString(scores[person]));
            answer(tables, "recommend", person, "2026-10-06", "'new'", Integer.toString(recommend[person]));
            // Off the scale: as if it weren't there.
            answer(tables, "satisfaction", person, "2026-10-07", "'off'", "7");
            tables.execute("INSERT INTO survey_answers VALUES ('developer-pulse', 'what-to-improve', '%s',"
                            .formatted(Tables.actor(person))
                    + " toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), 'text', ['dept-a', 'org'], NULL, 'wish " + person
                    + "')");
        }
        answer(tables, "satisfaction", 50, "2026-10-28", "'one'", "2");
    }

    private static void answer(Tables tables, String question, int person, String day, String id, String score)
            throws SQLException {
        tables.execute(
                "INSERT INTO survey_answers VALUES ('developer-pulse', '%s', '%s', toDateTime64('%s 10:00:00', 3,"
                                .formatted(question, Tables.actor(person), day)
                        + " 'UTC'), " + id + ", ['dept-a', 'org'], " + score + ", '')");
    }

    private static void checks(Tables tables) throws SQLException {
        tables.execute("INSERT INTO check_results VALUES"
                + " ('owner', 'component:default/shop', toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), ['a1', 'dept-a',"
                + " 'org'], 'basics', 'bronze', 'none', 0, 1),"
                + " ('owner', 'component:default/shop', toDateTime64('2026-10-13 10:00:00', 3, 'UTC'), ['a1', 'dept-a',"
                + " 'org'], 'basics', 'bronze', 'team a1', 0, 1),"
                + " ('owner', 'component:default/shop', toDateTime64('2026-10-13 10:00:00', 3, 'UTC'), ['a1', 'dept-a',"
                + " 'org'], 'basics', 'bronze', 'team a1', 1, 2),"
                + " ('owner', 'component:default/till', toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), ['b1', 'dept-b',"
                + " 'org'], 'basics', 'bronze', 'none', 0, 1),"
                + " ('slo', 'component:default/till', toDateTime64('2026-10-06 10:00:00', 3, 'UTC'), ['b1', 'dept-b',"
                + " 'org'], 'running', 'gold', '99', 1, 1)");
    }

    private static void books(Tables tables) throws SQLException {
        String slot = "toDateTime('2026-10-06 10:00:00', 'UTC')";
        tables.execute("INSERT INTO event_ledger VALUES (" + slot + ", 'accepted', '', 0, 1, 1), (" + slot
                + ", 'accepted', '', 0, 60, 2), (" + slot + ", 'accepted', '', 1, 40, 1), (" + slot
                + ", 'folded', '', 0, 90, 1), (" + slot + ", 'duplicate', '', 0, 6, 1), (" + slot
                + ", 'late', 'late', 0, 3, 1), (" + slot + ", 'unusable', 'undecodable', 0, 1, 1)");
        String at = "toDateTime64('2026-10-06 10:00:00', 3, 'UTC')";
        tables.execute(
                "INSERT INTO failed_events VALUES (0, 0, " + at + ", 'late', 'ingest-service', 'native'), (0, 1, "
                        + at + ", 'missing_field', 'ingest-service', 'native'), (0, 1, " + at
                        + ", 'missing_field', 'ingest-service', 'native'), (0, 2, " + at
                        + ", 'late', 'streams-processor', 'usage-event')");
    }
}
