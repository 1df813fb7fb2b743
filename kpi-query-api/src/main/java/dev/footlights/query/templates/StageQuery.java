package dev.footlights.query.templates;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final String NOBODY = "toUUID('00000000-0000-0000-0000-000000000000')";

    /**
     * The people of one template who were at the same stages.
     *
     * @param events by stage; each at least 1
     * @param people whom it is known of
     * @param anonymous whether some of the events are nobody's
     * @param savedMicroMinutes by their runs
     */
    record Group(String template, Map<String, Long> events, long people, boolean anonymous, long savedMicroMinutes) {
        Group {
            events = Map.copyOf(events);
        }
    }

    @Override
    public String sql() {
        String only = template.isPresent() ? " AND item = ?" : "";
        String onlyOutcomes = template.isPresent() ? " AND template = ?" : "";
        String facts = "SELECT item AS template, actor, toString(action) AS stage,"
                + " if(action = 'create', template_runs, events) AS amount, saved_micro_minutes AS saved"
                + " FROM activity_facts FINAL WHERE " + days.condition() + only
                + " AND startsWith(item, 'template:') AND amount > 0"
                + " AND (action IN ('open', 'create', 'restart', 'retried', 'cancelled')"
                + " OR match(action, '^step-[0-9]+$'))";
        String outcomes = "SELECT template, actor, concat('" + OUTCOME + "', outcome) AS stage, toUInt64(1) AS amount,"
                + " toInt64(0) AS saved FROM template_outcomes FINAL WHERE " + TemplateOutcomes.CONDITION
                + onlyOutcomes;
        String people = "SELECT template, actor, sumMap(map(stage, amount)) AS amounts, sum(saved) AS saved_by_person"
                + " FROM (" + facts + " UNION ALL " + outcomes + ") GROUP BY template, actor";
        return "SELECT template, arrayStringConcat(mapKeys(amounts), ','), toString(mapValues(sumMap(amounts))),"
                + " countIf(actor != " + NOBODY + "), max(actor = " + NOBODY + "), sum(saved_by_person)"
                + " FROM (" + people + ") GROUP BY template, mapKeys(amounts) LIMIT ?" + TeamDays.SETTINGS;
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
        List<String> stages = List.of(result.getString(2).split(",", -1));
        String counts = result.getString(3);
        List<String> amounts =
                Arrays.asList(counts.substring(1, counts.length() - 1).split(","));
        Map<String, Long> events = new HashMap<>();
        for (int number = 0; number < stages.size(); number++) {
            events.put(stages.get(number), Long.valueOf(amounts.get(number)));
        }
        return new Group(result.getString(1), events, result.getLong(4), result.getInt(5) == 1, result.getLong(6));
    }
}
