package dev.footlights.query.templates;

import dev.footlights.query.items.Uses;
import dev.footlights.query.store.TeamDays;
import java.time.Instant;
import java.util.List;

/** When people ran which template: what {@code /top/templates} counts, from the table of templates, which is faster to read. */
record RunUses() implements Uses {
    @Override
    public Statement all() {
        return new Statement(sql(""), List.of());
    }

    @Override
    public Statement of(List<String> teams, Instant begin, Instant end) {
        TeamDays days = new TeamDays(teams, begin, end);
        return new Statement(sql(days.condition() + " AND "), days.values());
    }

    private static String sql(String condition) {
        return "SELECT toString(team) AS of_team, toString(template) AS called, toString(feature) AS of_feature, slot, actor"
                + " FROM template_facts PREWHERE " + condition + "action = '" + Stages.CREATE
                + "' WHERE template_runs > 0";
    }
}
