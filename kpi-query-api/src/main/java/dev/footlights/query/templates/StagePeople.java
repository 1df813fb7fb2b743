package dev.footlights.query.templates;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * People by template and by which stages they were at. An outcome that doesn't say whose it is counts for nobody.
 *
 * @param most rows that are given
 */
record StagePeople(Stages stages, int most) implements Query<StagePeople.Group> {
    private static final String NOBODY = "toUUID('00000000-0000-0000-0000-000000000000')";

    /**
     * The people of one template who were at the same stages.
     *
     * @param people whom it is known of
     * @param anonymous whether some of what was done is nobody's
     */
    record Group(String template, Set<String> stages, long people, boolean anonymous) {
        Group {
            stages = Set.copyOf(stages);
        }
    }

    @Override
    public String sql() {
        // How often somebody did something only grows, so an outdated version of a fact says nothing that the latest
        // doesn't.
        String facts = "SELECT item AS template, actor, action AS stage FROM activity_facts PREWHERE " + stages.facts()
                + " WHERE " + Stages.TIMES + " > 0";
        String outcomes = "SELECT template, actor, toLowCardinality(concat('" + Stages.OUTCOME
                + "', outcome)) AS stage FROM template_outcomes FINAL WHERE " + stages.outcomes();
        return "SELECT template, arrayStringConcat(been_at, ','), countIf(actor != " + NOBODY + "), max(actor = "
                + NOBODY + ") FROM (SELECT template, actor, arraySort(groupUniqArray(stage)) AS been_at FROM (" + facts
                + " UNION ALL " + outcomes + ") GROUP BY template, actor) GROUP BY template, been_at LIMIT ?"
                + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = stages.values();
        values.add((long) most);
        return values;
    }

    @Override
    public Group row(ResultSet result) throws SQLException {
        return new Group(
                result.getString(1),
                Set.of(result.getString(2).split(",", -1)),
                result.getLong(3),
                result.getInt(4) == 1);
    }
}
