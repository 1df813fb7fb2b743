package dev.footlights.schemas.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.local.clickhouse.EmbeddedClickHouse;
import dev.footlights.local.clickhouse.SharedClickHouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On the real engine, around the night of 25 October 2026, on which Paris sets its clocks back from 3 to 2. Two people of org:
 * one runs a template on Sunday at midnight and clicks in the first hour from 2; both click in the second hour from 2; the
 * other searches on Monday at midnight. The rollups are written down by hand.
 */
class ReconciliationTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ONE = "'00000000-0000-8000-8000-000000000001'";
    private static final String OTHER = "'00000000-0000-8000-8000-000000000002'";
    private static final String SUNDAY = "2026-10-24 22:00:00";
    private static final String FIRST_TWO = "2026-10-25 00:00:00";
    private static final String SECOND_TWO = "2026-10-25 01:00:00";
    private static final String MONDAY = "2026-10-25 23:00:00";
    private static final String WEEK = "2026-10-18 22:00:00";
    private static final String OCTOBER = "2026-09-30 22:00:00";

    /** The first of the facts as it was earlier: must not be added. */
    private static final String STALE = fact("templates", SUNDAY, ONE, 2, 2, 0, 0, 0, 0, 0, 0, 0);

    private static final List<String> FACTS = List.of(
            fact("templates", SUNDAY, ONE, 3, 2, 1, 1, 5_000_000, 0, 0, 0, 1),
            fact("templates", "2026-10-25 00:30:00", ONE, 1, 0, 0, 0, 0, 0, 0, 0, 1),
            fact("templates", "2026-10-25 01:30:00", ONE, 2, 0, 0, 0, 0, 0, 0, 0, 1),
            fact("templates", "2026-10-25 01:45:00", OTHER, 1, 0, 0, 0, 0, 0, 0, 0, 1),
            fact("search", MONDAY, OTHER, 4, 0, 0, 0, 0, 2, 1, 1, 1),
            firstUse("templates", ONE, "2026-10-24 22:03:00"),
            firstUse("templates", OTHER, "2026-10-25 01:46:00"),
            firstUse("search", OTHER, "2026-10-25 23:05:00"),
            firstUse("*", ONE, "2026-10-24 22:03:00"),
            firstUse("*", OTHER, "2026-10-25 01:46:00"),
            session("a", ONE, "templates", "2026-10-24 22:03:00", 0),
            session("b", OTHER, "templates", "2026-10-25 01:46:00", 0),
            session("c", OTHER, "search", "2026-10-25 23:05:00", 0),
            session("d", OTHER, "search", "2026-10-25 23:10:00", 1));

    /** Active and new users, events, views, interactions, runs, micro-minutes, searches, without result, opened, sessions. */
    private static final List<String> ROLLUPS = List.of(
            rollup("templates", "hour", SUNDAY, 0, "1, 1, 3, 2, 1, 1, 5000000, 0, 0, 0, 1"),
            rollup("templates", "hour", FIRST_TWO, 0, "1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0"),
            rollup("templates", "hour", SECOND_TWO, 0, "2, 1, 3, 0, 0, 0, 0, 0, 0, 0, 1"),
            rollup("templates", "day", SUNDAY, 0, "2, 2, 7, 2, 1, 1, 5000000, 0, 0, 0, 2"),
            rollup("templates", "week", WEEK, 0, "2, 2, 7, 2, 1, 1, 5000000, 0, 0, 0, 2"),
            rollup("templates", "month", OCTOBER, 0, "2, 2, 7, 2, 1, 1, 5000000, 0, 0, 0, 2"),
            rollup("search", "hour", MONDAY, 0, "1, 1, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            rollup("search", "day", MONDAY, 0, "1, 1, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            rollup("search", "week", MONDAY, 0, "1, 1, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            rollup("search", "month", OCTOBER, 0, "1, 1, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            rollup("*", "hour", SUNDAY, 0, "1, 1, 3, 2, 1, 1, 5000000, 0, 0, 0, 1"),
            rollup("*", "hour", FIRST_TWO, 0, "1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0"),
            rollup("*", "hour", SECOND_TWO, 0, "2, 1, 3, 0, 0, 0, 0, 0, 0, 0, 1"),
            rollup("*", "hour", MONDAY, 0, "1, 0, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            rollup("*", "day", SUNDAY, 0, "2, 2, 7, 2, 1, 1, 5000000, 0, 0, 0, 2"),
            rollup("*", "day", MONDAY, 0, "1, 0, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            rollup("*", "week", WEEK, 0, "2, 2, 7, 2, 1, 1, 5000000, 0, 0, 0, 2"),
            rollup("*", "week", MONDAY, 0, "1, 0, 4, 0, 0, 0, 0, 2, 1, 1, 1"),
            // Of two shards, one for each person.
            rollup("*", "month", OCTOBER, 0, "1, 1, 6, 2, 1, 1, 5000000, 0, 0, 0, 1"),
            rollup("*", "month", OCTOBER, 1, "1, 1, 5, 0, 0, 0, 0, 2, 1, 1, 2"));

    private static final List<String> LEDGER = List.of(
            entry("accepted", 14), entry("folded", 11), entry("duplicate", 1), entry("late", 1), entry("unusable", 1));

    private static final EmbeddedClickHouse CLICK_HOUSE = SharedClickHouse.get();

    @Test
    void equalTablesAreEqual() throws SQLException {
        prepare("equal");

        ReconciliationReport report = reconcile("equal", PARIS);

        assertThat(report.differences()).isEmpty();
        assertThat(report.equal()).isTrue();
        assertThat(report.summary()).isEqualTo("211 figures of 1 teams compared: all equal.");
    }

    @Test
    void emptyTablesAreEqual() throws SQLException {
        new Migrator(CLICK_HOUSE.jdbcUrl("empty"), "", "").migrate();

        assertThat(reconcile("empty", PARIS).equal()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onePlantedDifferenceIsFound(ReconciledMeasure measure) throws SQLException {
        // Given
        String database = "planted_" + measure.column();
        prepare(database);
        execute(
                database,
                "INSERT INTO kpi_rollups SELECT * REPLACE(" + measure.column() + " + 1 AS " + measure.column()
                        + ", revision + 1 AS revision) FROM kpi_rollups WHERE feature = 'templates' AND period_kind = 'hour'"
                        + " AND period_start = '" + SECOND_TWO + "'");

        // When
        ReconciliationReport report = reconcile(database, PARIS);

        // Then
        assertThat(report.differing()).isEqualTo(1);
        Difference difference = report.differences().getFirst();
        assertThat(difference.found()).isEqualTo(difference.expected() + 1);
        assertThat(difference.text())
                .startsWith("org, feature templates, hour from 2026-10-25T01:00:00Z: " + measure.words() + " are ");
        assertThat(report.summary()).endsWith(": 1 differ.");
    }

    @Test
    void rollupsOfAnotherZoneDiffer() throws SQLException {
        prepare("elsewhere");

        ReconciliationReport report = reconcile("elsewhere", ZoneId.of("UTC"));

        assertThat(report.equal()).isFalse();
        assertThat(report.differing()).isGreaterThan(Reconciliation.MOST_DIFFERENCES);
        assertThat(report.differences()).hasSize(Reconciliation.MOST_DIFFERENCES);
        assertThat(report.summary()).endsWith("the first 50 are listed.");
    }

    @Test
    void figuresOfATeamThatTheFactsDoNotKnowDiffer() throws SQLException {
        prepare("ghost");
        execute("ghost", ROLLUPS.getFirst().replace("'org'", "'group:default/ghost'"));

        ReconciliationReport report = reconcile("ghost", PARIS);

        assertThat(report.teams()).isEqualTo(2);
        assertThat(report.differences()).allMatch(difference -> difference.expected() == 0);
        assertThat(report.differing()).isEqualTo(8);
    }

    @Test
    void booksThatDoNotAddUpAreFound() throws SQLException {
        prepare("lost");
        execute("lost", entry("accepted", 15).replace(", 1)", ", 2)"));
        prepare("uncounted");
        execute("uncounted", entry("folded", 12).replace(", 1)", ", 2)"));
        execute("uncounted", entry("duplicate", 0).replace(", 1)", ", 2)"));

        assertThat(reconcile("lost", PARIS).differences())
                .extracting(Difference::text)
                .containsExactly(
                        "ledger: accepted events are not folded + duplicate + late + unusable ones (15 and 14)");
        assertThat(reconcile("uncounted", PARIS).differences())
                .extracting(Difference::text)
                .containsExactly("ledger: folded events are not the events of org in activity_facts (12 and 11)");
    }

    @Test
    void tablesThatAreNotThereCannotBeCompared() {
        assertThatThrownBy(() -> reconcile("nowhere", PARIS)).isInstanceOf(SQLException.class);
    }

    private static ReconciliationReport reconcile(String database, ZoneId zone) throws SQLException {
        return new Reconciliation(CLICK_HOUSE.jdbcUrl(database), "", "", zone).run((teams, of) -> {});
    }

    private static void prepare(String database) throws SQLException {
        new Migrator(CLICK_HOUSE.jdbcUrl(database), "", "").migrate();
        execute(database, STALE);
        insert(database, FACTS);
        insert(database, ROLLUPS);
        insert(database, LEDGER);
    }

    /** One statement for all that go into the same table. */
    private static void insert(String database, List<String> inserts) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String insert : inserts) {
            String[] parts = insert.split(" VALUES ", 2);
            rows.merge(parts[0], parts[1], (before, more) -> before + ", " + more);
        }
        for (Map.Entry<String, String> table : rows.entrySet()) {
            execute(database, table.getKey() + " VALUES " + table.getValue());
        }
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(CLICK_HOUSE.jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Numbers: events, views, interactions, runs, micro-minutes, searches, without result, opened, revision. */
    private static String fact(String feature, String slot, String actor, long... numbers) {
        StringBuilder values = new StringBuilder();
        for (long number : numbers) {
            values.append(", ").append(number);
        }
        return "INSERT INTO activity_facts (team, day, feature, slot, item, action, actor, import_id, attribution, first_at,"
                + " last_at, events, views, interactions, template_runs, saved_micro_minutes, searches, zero_result_searches,"
                + " opened_searches, revision) VALUES ('org', toDate('" + slot.substring(0, 10) + "'), '" + feature
                + "', '"
                + slot + "', '', 'click', " + actor + ", '', 1, '" + slot + "', '" + slot + "'" + values + ")";
    }

    private static String firstUse(String feature, String actor, String at) {
        return "INSERT INTO first_uses VALUES ('org', '" + feature + "', " + actor + ", '" + at + "', 1)";
    }

    private static String session(String name, String actor, String feature, String start, int merged) {
        return "INSERT INTO session_facts VALUES (202610, " + actor + ", '" + name + "', '', ['org'], ['" + feature
                + "'], '" + start + "', '" + start + "', 1, 0, " + merged + ", 1)";
    }

    private static String rollup(String feature, String kind, String start, int shard, String measures) {
        return "INSERT INTO kpi_rollups (team, feature, period_kind, period_start, shard, active_users, new_users, events, views,"
                + " interactions, template_runs, saved_micro_minutes, searches, zero_result_searches, opened_searches, sessions,"
                + " revision) VALUES ('org', '" + feature + "', '" + kind + "', '" + start + "', " + shard + ", "
                + measures
                + ", 1)";
    }

    private static String entry(String outcome, long events) {
        return "INSERT INTO event_ledger VALUES ('2026-10-25 00:00:00', '" + outcome + "', '', 0, " + events + ", 1)";
    }
}
