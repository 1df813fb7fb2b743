package dev.footlights.schemas.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compares the rollups with the same figures worked out from the facts, and the ledger with both. While events are coming in
 * the tables are written one after the other, so what differs then may only be on its way.
 */
public final class Reconciliation {
    /** So many differences are told one by one; the others are counted. */
    public static final int MOST_DIFFERENCES = 50;

    private static final String TEAMS = "SELECT DISTINCT toString(team) AS name FROM rollups_by_kind"
            + " UNION DISTINCT SELECT DISTINCT toString(team) AS name FROM activity_facts"
            + " UNION DISTINCT SELECT DISTINCT toString(team) AS name FROM first_uses"
            + " UNION DISTINCT SELECT DISTINCT toString(arrayJoin(teams)) AS name FROM session_facts";
    private static final List<ReconciledMeasure> MEASURES = List.of(ReconciledMeasure.values());
    private static final String ROLLUPS = "SELECT feature, period_kind, toUnixTimestamp(period_start), "
            + ReconciledMeasure.sums(MEASURES)
            + " FROM rollups_by_kind FINAL WHERE team = ? GROUP BY feature, period_kind, period_start";
    private static final Comparator<ReconciledCell> ORDER = Comparator.comparing(ReconciledCell::start)
            .thenComparing(ReconciledCell::kind)
            .thenComparing(ReconciledCell::feature);

    private final Database database;
    private final ReportingPeriods periods;

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** After each team. */
        void compared(int teams, int ofTeams);
    }

    /**
     * Of one database. Nothing is opened yet.
     *
     * @param jdbcUrl {@code jdbc:ch://host:port/database}
     * @param username empty for the server's default user
     * @param password empty for none
     * @param zone in which rollups are cut: the streams processor's {@code reporting.zone}
     */
    public Reconciliation(String jdbcUrl, String username, String password, ZoneId zone) {
        this.database = new Database(jdbcUrl, username, password);
        this.periods = new ReportingPeriods(zone);
    }

    /**
     * Compares everything, team by team. Changes nothing.
     *
     * @throws SQLException when something can't be read
     */
    public ReconciliationReport run(Progress progress) throws SQLException {
        try (Connection connection = database.connect()) {
            Comparison comparison = new Comparison();
            List<String> teams = teams(connection);
            TeamFacts facts = new TeamFacts(connection, periods);
            for (String team : teams) {
                comparison.compare(team, facts.read(team), rollups(connection, team));
                progress.compared(comparison.teams, teams.size());
            }
            LedgerCheck.differences(connection).forEach(comparison::add);
            comparison.figures += LedgerCheck.FIGURES;
            return comparison.report();
        }
    }

    private static List<String> teams(Connection connection) throws SQLException {
        List<String> teams = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TEAMS)) {
            while (rows.next()) {
                teams.add(rows.getString(1));
            }
        }
        teams.sort(Comparator.naturalOrder());
        return teams;
    }

    private static ReconciledCells rollups(Connection connection, String team) throws SQLException {
        ReconciledCells cells = new ReconciledCells();
        try (PreparedStatement statement = connection.prepareStatement(ROLLUPS)) {
            statement.setString(1, team);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ReconciledCell cell = new ReconciledCell(
                            rows.getString(1), rows.getString(2), Instant.ofEpochSecond(rows.getLong(3)));
                    int column = 4;
                    for (ReconciledMeasure measure : MEASURES) {
                        cells.add(cell, measure, rows.getLong(column++));
                    }
                }
            }
        }
        return cells;
    }

    /** What has been compared so far. */
    private static final class Comparison {
        private final List<Difference> first = new ArrayList<>();
        private int teams;
        private long figures;
        private long differing;

        void compare(String team, ReconciledCells facts, ReconciledCells rollups) {
            teams++;
            facts.union(rollups).stream().sorted(ORDER).forEach(cell -> {
                figures += MEASURES.size();
                for (ReconciledMeasure measure : MEASURES) {
                    long expected = facts.figure(cell, measure);
                    long found = rollups.figure(cell, measure);
                    if (expected != found) {
                        add(Difference.of(team, cell, measure, expected, found));
                    }
                }
            });
        }

        void add(Difference difference) {
            differing++;
            if (first.size() < MOST_DIFFERENCES) {
                first.add(difference);
            }
        }

        ReconciliationReport report() {
            return new ReconciliationReport(teams, figures, differing, first);
        }
    }
}
