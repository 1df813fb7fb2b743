package dev.footlights.query.presence;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.store.Numbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People present in part 0 of stretches, those of them who were there in part 1 too, and all who were there in part 1.
 *
 * @param starts names of the stretches, ascending, at most {@link #MOST_STARTS}
 */
public record GrowthCounts(Presence presence, List<Long> starts) implements PresenceQuery<GrowthCounts.OfPlace> {
    /** Stretches that go into one statement. */
    public static final int MOST_STARTS = PresenceBits.MOST;

    /** One cell's. */
    public record Counted(long now, long both, long earlier) {}

    /** The cells of a place in which there was anybody. */
    public record OfPlace(Map<Cell, Counted> cells) {}

    public GrowthCounts {
        starts = List.copyOf(starts);
    }

    @Override
    public String sql() {
        return "SELECT team, feature, " + counts("part0") + ", " + counts("bitAnd(part0, part1)") + ", "
                + counts("part1") + " FROM " + bits().sql() + " GROUP BY team, feature";
    }

    private static String counts(String bits) {
        return "CAST(sumForEach(arrayMap(start -> bitTest(" + bits + ", start), range(toUInt64(?)))), 'Array(Int64)')";
    }

    private PresenceBits bits() {
        return new PresenceBits(presence, starts);
    }

    @Override
    public List<Object> values() {
        long size = starts.size();
        List<Object> values = new ArrayList<>(List.of(size, size, size));
        values.addAll(bits().values());
        return values;
    }

    @Override
    public List<Stretch> stretches() {
        return presence.pieces().stretches();
    }

    @Override
    public List<OfPlace> rows(PresenceTable table) {
        List<DaySpans> now = spans(0, table);
        List<DaySpans> before = spans(1, table);
        List<OfPlace> places = new ArrayList<>();
        table.read(presence.scope(), (team, feature, people) -> {
            Map<Cell, Counted> cells = new HashMap<>();
            for (int start = 0; start < starts.size(); start++) {
                Counted counted = counted(people, now.get(start), before.get(start));
                if (counted.now() + counted.earlier() > 0) {
                    cells.put(new Cell(team, feature, Instant.ofEpochSecond(starts.get(start))), counted);
                }
            }
            places.add(new OfPlace(cells));
        });
        return places;
    }

    private List<DaySpans> spans(int part, PresenceTable table) {
        return starts.stream()
                .map(start -> DaySpans.of(part(start, part), table.zone()))
                .toList();
    }

    private List<Stretch> part(long start, int part) {
        return stretches().stream()
                .filter(stretch -> stretch.start() == start && stretch.part() == part)
                .toList();
    }

    private static Counted counted(PlacePeople people, DaySpans now, DaySpans before) {
        long present = 0;
        long both = 0;
        long earlier = 0;
        for (int person = 0; person < people.size(); person++) {
            boolean isNow = now.hold(people, person);
            boolean wasBefore = before.hold(people, person);
            present += isNow ? 1 : 0;
            both += isNow && wasBefore ? 1 : 0;
            earlier += wasBefore ? 1 : 0;
        }
        return new Counted(present, both, earlier);
    }

    @Override
    public OfPlace row(ResultSet result) throws SQLException {
        long[] now = Numbers.read(result, 3);
        long[] both = Numbers.read(result, 4);
        long[] earlier = Numbers.read(result, 5);
        Map<Cell, Counted> cells = new HashMap<>();
        for (int start = 0; start < now.length; start++) {
            if (now[start] + earlier[start] > 0) {
                cells.put(
                        new Cell(result.getString(1), result.getString(2), Instant.ofEpochSecond(starts.get(start))),
                        new Counted(now[start], both[start], earlier[start]));
            }
        }
        return new OfPlace(cells);
    }
}
