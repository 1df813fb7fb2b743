package dev.footlights.query.templates;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * People by template and by which stages they were at. An outcome that doesn't say whose it is counts for nobody.
 *
 * @param byName whether stages are told by their names, which takes twice as long as by bits, and knows every stage
 * @param most rows that are given
 */
record StagePeople(Stages stages, boolean byName, int most) implements Query<StagePeople.Group> {
    /** Stages that have a bit, from the lowest. The highest bit stands for all others. */
    private static final List<String> WITH_BIT = Stream.concat(
                    Stream.of(
                            Stages.OPEN,
                            Stages.CREATE,
                            Stages.RESTART,
                            Stages.RETRIED,
                            Stages.CANCELLED,
                            Stages.OUTCOME + "completed",
                            Stages.OUTCOME + "failed",
                            Stages.OUTCOME + "cancelled"),
                    IntStream.range(0, 55).mapToObj(number -> Stages.STEP + number))
            .toList();

    private static final int OTHER = 63;
    private static final String BIT = "bitShiftLeft(toUInt64(1), transform(%s, ["
            + WITH_BIT.stream().map(stage -> "'" + stage + "'").collect(Collectors.joining(", ")) + "], CAST(range("
            + WITH_BIT.size() + "), 'Array(UInt8)'), toUInt8(" + OTHER + ")))";
    static final String NOBODY = "toUUID('00000000-0000-0000-0000-000000000000')";

    /**
     * The people of one template who were at the same stages.
     *
     * @param code of the template, see {@link Stages#CODE}
     * @param stages without those that have no bit, when asked by bits
     * @param others whether there are such
     * @param people whom it is known of
     * @param anonymous whether some of what was done is nobody's
     */
    record Group(String code, Set<String> stages, boolean others, long people, boolean anonymous) {
        Group {
            stages = Set.copyOf(stages);
        }
    }

    @Override
    public String sql() {
        // How often somebody did something only grows, so an outdated version of a fact says nothing that the latest
        // doesn't.
        String facts = "SELECT " + Stages.CODE + " AS code, actor, " + stage("action")
                + " AS stage FROM template_facts PREWHERE " + stages.facts() + " WHERE " + Stages.TIMES + " > 0";
        String outcomes = "SELECT " + Stages.CODE + " AS code, actor, "
                + stage("toLowCardinality(concat('" + Stages.OUTCOME + "', outcome))")
                + " AS stage FROM template_outcomes FINAL WHERE " + stages.outcomes();
        return "SELECT hex(code), toString(been_at), countIf(actor != " + NOBODY + "), max(actor = " + NOBODY
                + ") FROM (SELECT code, actor, "
                + (byName ? "arrayStringConcat(arraySort(groupUniqArray(stage)), ',')" : "groupBitOr(stage)")
                + " AS been_at FROM (" + facts + " UNION ALL " + outcomes
                + ") GROUP BY code, actor) GROUP BY code, been_at LIMIT ?" + TeamDays.SETTINGS;
    }

    private String stage(String name) {
        return byName ? name : BIT.formatted(name);
    }

    @Override
    public List<Object> values() {
        List<Object> values = stages.values();
        values.add((long) most);
        return values;
    }

    @Override
    public Group row(ResultSet result) throws SQLException {
        String text = result.getString(2);
        long bits = byName ? 0 : Long.parseUnsignedLong(text);
        return new Group(
                result.getString(1),
                byName ? Set.of(text.split(",", -1)) : names(bits),
                (bits >>> OTHER & 1) == 1,
                result.getLong(3),
                result.getInt(4) == 1);
    }

    private static Set<String> names(long bits) {
        return IntStream.range(0, WITH_BIT.size())
                .filter(bit -> (bits >>> bit & 1) == 1)
                .mapToObj(WITH_BIT::get)
                .collect(Collectors.toSet());
    }
}
