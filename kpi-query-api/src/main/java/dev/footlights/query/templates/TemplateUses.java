package dev.footlights.query.templates;

import dev.footlights.query.items.Uses;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.store.TeamDays;
import java.time.Instant;
import java.util.List;

/**
 * When people used templates, from the table of these alone.
 *
 * @param called expression for the item
 * @param feature expression for the feature with whose figures items are held
 * @param condition which facts, on columns of the key
 */
record TemplateUses(String called, String feature, String condition) implements Uses {
    /** Runs of each template: what {@code /top/templates} counts. */
    static final TemplateUses RUNS =
            new TemplateUses("toString(template)", "toString(feature)", "action = '" + Stages.CREATE + "'");

    /** Each stage of each template; runs aside, and how they ended ({@link EndingDiscretion}). They add up to nothing. */
    static final TemplateUses STAGES = new TemplateUses(
            "concat(toString(template), ' ', toString(action))",
            "''",
            Stages.ACTIONS + " AND action != '" + Stages.CREATE + "'");

    /** How a stage of a template is called as a single item. */
    static String item(String template, String stage) {
        return template + " " + stage;
    }

    /** A team's stage of a template. */
    static Place place(String team, Untold.Place at) {
        return new Place(team, item(at.template(), at.stage()));
    }

    @Override
    public Statement all() {
        return new Statement(sql(""), List.of());
    }

    @Override
    public Statement of(List<String> teams, Instant begin, Instant end) {
        TeamDays days = new TeamDays(teams, begin, end);
        return new Statement(sql(days.condition() + " AND "), days.values());
    }

    private String sql(String within) {
        return "SELECT toString(team) AS of_team, " + called + " AS called, " + feature + " AS of_feature, slot, actor"
                + " FROM template_facts PREWHERE " + within + condition + " WHERE " + Stages.TIMES + " > 0";
    }
}
