package dev.footlights.schemas.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works a team's figures out from the facts. Periods are cut here and not by the database, and people are told apart one by
 * one, so nothing of it is shared with how rollups come about.
 */
final class TeamFacts {
    private static final String ACTIVITY =
            "SELECT arrayJoin([toString(feature), '*']) AS scope, toUnixTimestamp(slot) AS second,"
                    + " toString(actor) AS person, " + ReconciledMeasure.sums(ReconciledMeasure.OF_ACTIVITY)
                    + " FROM (SELECT * FROM activity_facts FINAL WHERE team = ?)"
                    + " GROUP BY scope, second, person ORDER BY scope, second";
    private static final String FIRST_USES =
            "SELECT feature, toUnixTimestamp64Milli(first_at) FROM first_uses FINAL WHERE team = ?";
    private static final String SESSIONS =
            "SELECT arrayJoin(arrayDistinct(arrayPushBack(arrayMap(name -> toString(name), features), '*'))),"
                    + " toUnixTimestamp64Milli(started_at) FROM session_facts FINAL WHERE has(teams, ?) AND merged = 0";

    private final Connection connection;
    private final ReportingPeriods periods;

    TeamFacts(Connection connection, ReportingPeriods periods) {
        this.connection = connection;
        this.periods = periods;
    }

    ReconciledCells read(String team) throws SQLException {
        ReconciledCells cells = new ReconciledCells();
        readActivity(team, cells);
        countMoments(FIRST_USES, team, ReconciledMeasure.NEW_USERS, cells);
        countMoments(SESSIONS, team, ReconciledMeasure.SESSIONS, cells);
        return cells;
    }

    private void readActivity(String team, ReconciledCells cells) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIVITY)) {
            statement.setString(1, team);
            try (ResultSet rows = statement.executeQuery()) {
                PeopleInOrder people = new PeopleInOrder();
                while (rows.next()) {
                    addActivity(rows, people, cells);
                }
            }
        }
    }

    private void addActivity(ResultSet rows, PeopleInOrder people, ReconciledCells cells) throws SQLException {
        String feature = rows.getString(1);
        String person = rows.getString(3);
        List<ReportingPeriods.Period> touched = periods.at(Instant.ofEpochSecond(rows.getLong(2)));
        for (ReportingPeriods.Period period : touched) {
            ReconciledCell cell = new ReconciledCell(feature, period.kind(), period.start());
            int column = 4;
            for (ReconciledMeasure measure : ReconciledMeasure.OF_ACTIVITY) {
                long value = rows.getLong(column++);
                cells.add(cell, measure, value);
                if (measure == ReconciledMeasure.EVENTS && value > 0 && people.isFirst(cell, person)) {
                    cells.add(cell, ReconciledMeasure.ACTIVE_USERS, 1);
                }
            }
        }
    }

    private void countMoments(String sql, String team, ReconciledMeasure measure, ReconciledCells cells)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, team);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cells.addToAll(periods, Instant.ofEpochMilli(rows.getLong(2)), rows.getString(1), measure, 1);
                }
            }
        }
    }

    /** Tells a cell's people apart. Rows come by feature and time, so of each kind only the latest cell is kept. */
    private static final class PeopleInOrder {
        private final Map<String, ReconciledCell> latest = new HashMap<>();
        private final Map<String, Set<String>> seen = new HashMap<>();

        boolean isFirst(ReconciledCell cell, String person) {
            if (!cell.equals(latest.put(cell.kind(), cell))) {
                seen.put(cell.kind(), new HashSet<>());
            }
            return seen.computeIfAbsent(cell.kind(), missing -> new HashSet<>()).add(person);
        }
    }
}
