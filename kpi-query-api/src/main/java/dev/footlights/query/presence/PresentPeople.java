package dev.footlights.query.presence;

import dev.footlights.query.store.FigureRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Distinct people present, as people and amount. */
public record PresentPeople(Presence presence) implements PresenceQuery<FigureRow> {
    private static final String COUNTED = "uniqExact(actor) AS people, people AS amount, 0 AS base FROM ";

    @Override
    public String sql() {
        if (presence.isWholeMonths() && presence.onlyStart().isEmpty()) {
            return "SELECT team AS in_team, feature AS of_feature, " + Presence.START_OF_MONTH + " AS start, " + COUNTED
                    + presence.monthsSql() + " GROUP BY in_team, of_feature, start";
        }
        // In the order of the table there is only one set of people to keep at a time.
        return presence.onlyStart().isPresent()
                ? "SELECT team AS in_team, feature AS of_feature, toUInt32(?) AS start, " + COUNTED
                        + presence.monthsSql() + " GROUP BY team, feature SETTINGS optimize_aggregation_in_order = 1"
                : "SELECT team AS in_team, feature AS of_feature, start, " + COUNTED + presence.sql()
                        + " GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        if (!presence.isWholeMonths()) {
            return presence.values();
        }
        List<Object> values = new ArrayList<>(
                presence.onlyStart().isPresent()
                        ? List.of(presence.onlyStart().getAsLong())
                        : presence.startsOfMonths());
        values.addAll(presence.monthValues());
        return values;
    }

    @Override
    public List<Stretch> stretches() {
        return presence.pieces().stretches();
    }

    @Override
    public List<FigureRow> rows(PresenceTable table) {
        Map<Long, List<Stretch>> byStart = stretches().stream().collect(Collectors.groupingBy(Stretch::start));
        List<FigureRow> rows = new ArrayList<>();
        byStart.forEach((start, stretches) -> {
            DaySpans days = DaySpans.of(stretches, table.zone());
            table.read(presence.scope(), (team, feature, people) -> {
                long count = days.people(people);
                if (count > 0) {
                    rows.add(new FigureRow(team, feature, Instant.ofEpochSecond(start), count, count, 0));
                }
            });
        });
        return rows;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
