package dev.footlights.query.items;

import dev.footlights.query.items.Cuts.Span;
import dev.footlights.query.items.Cuts.Unit;
import dev.footlights.query.items.Cuts.Used;
import dev.footlights.query.items.Uses.Statement;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * In which units of time teams used which items, and whether enough people did.
 *
 * @param zone in which units begin
 * @param enough people who aren't too few
 */
record UseTimes(List<Part> parts, ZoneId zone, int enough) implements Query<UseTimes.OfPlace> {
    private static final Map<Unit, String> UNITS = Map.of(
            Unit.MONTH, "toStartOfMonth(toMonday(slot, ?) + 3)",
            Unit.WEEK, "toMonday(slot, ?)",
            Unit.DAY, "toDate(slot, ?)",
            Unit.QUARTER_HOUR, "tuple(slot, ?)");

    /** Uses that are divided into units. */
    record Part(Unit unit, Statement uses) {}

    /** Of one team and item. */
    record OfPlace(Place place, List<Used> used) {}

    UseTimes {
        parts = List.copyOf(parts);
    }

    /** All months of everybody. */
    static UseTimes months(Uses uses, ZoneId zone, int enough) {
        return new UseTimes(List.of(new Part(Unit.MONTH, uses.all())), zone, enough);
    }

    /** The smaller units of some spans. */
    static UseTimes within(Uses uses, List<String> teams, List<Span> spans, ZoneId zone, int enough) {
        return new UseTimes(
                spans.stream()
                        .map(span -> new Part(span.unit(), uses.of(teams, span.begin(), span.end())))
                        .toList(),
                zone,
                enough);
    }

    @Override
    public String sql() {
        List<String> all = parts.stream().map(this::sql).toList();
        return "SELECT of_team, called, arrayStringConcat(groupArray(concat(unit, ':', toString(first), ':',"
                + " toString(enough))), ';') FROM (" + String.join(" UNION ALL ", all)
                + ") GROUP BY of_team, called" + TeamDays.SETTINGS;
    }

    private String sql(Part part) {
        return "SELECT of_team, called, '" + part.unit().name()
                + "' AS unit, toUnixTimestamp(min(slot)) AS first,"
                + " length(groupUniqArray(" + enough + ")(actor)) = " + enough + " AS enough FROM ("
                + part.uses().sql() + ") GROUP BY of_team, called, " + UNITS.get(part.unit());
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Part part : parts) {
            values.addAll(part.uses().values());
            values.add(zone.getId());
        }
        return values;
    }

    @Override
    public OfPlace row(ResultSet result) throws SQLException {
        return new OfPlace(
                new Place(result.getString(1), result.getString(2)),
                Arrays.stream(result.getString(3).split(";", -1))
                        .map(UseTimes::parse)
                        .toList());
    }

    private static Used parse(String text) {
        String[] parts = text.split(":", -1);
        return new Used(Unit.valueOf(parts[0]), Long.parseLong(parts[1]), parts[2].equals("1"));
    }
}
