package dev.footlights.query.templates;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * People by template and by which stages they were at. An outcome that doesn't say whose it is counts for nobody.
 *
 * @param days of one team
 * @param template the only one; all when empty
 * @param most rows that are given
 */
record StageQuery(TeamDays days, Optional<String> template, int most) implements Query<StageQuery.Group> {
    static final String OPEN = "open";
    static final String CREATE = "create";
    static final String STEP = "step-";
    static final String RESTART = "restart";
    static final String RETRIED = "retried";
    static final String CANCELLED = "cancelled";
    static final String OUTCOME = "outcome-";

    /** Facts about the stages of templates; on columns of the key alone. */
    static final String OF_TEMPLATES = " AND startsWith(item, 'template:') AND (action IN ('open', 'create', 'restart',"
            + " 'retried', 'cancelled') OR match(action, '^step-[0-9]+$'))";

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
        // Amounts of events only grow, so an outdated version of a fact says nothing that the latest doesn't.
        String facts = "SELECT item AS template, actor, action AS stage FROM activity_facts PREWHERE "
                + days.condition() + (template.isPresent() ? " AND item = ?" : "") + OF_TEMPLATES
                + " WHERE if(action = 'create', template_runs, events) > 0";
        String outcomes = "SELECT template, actor, toLowCardinality(concat('" + OUTCOME
                + "', outcome)) AS stage FROM template_outcomes" + " FINAL WHERE " + TemplateOutcomes.CONDITION
                + (template.isPresent() ? " AND template = ?" : "");
        return "SELECT template, arrayStringConcat(stages, ','), countIf(actor != " + NOBODY + "), max(actor = "
                + NOBODY
                + ") FROM (SELECT template, actor, arraySort(groupUniqArray(stage)) AS stages FROM (" + facts
                + " UNION ALL " + outcomes + ") GROUP BY template, actor) GROUP BY template, stages LIMIT ?"
                + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        template.ifPresent(values::add);
        values.addAll(TemplateOutcomes.values(days));
        template.ifPresent(values::add);
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
