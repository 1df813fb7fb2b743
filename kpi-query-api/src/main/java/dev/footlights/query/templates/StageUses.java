package dev.footlights.query.templates;

import dev.footlights.query.items.Uses;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.store.TeamDays;
import java.time.Instant;
import java.util.List;

/**
 * When people came to which stage of which template; runs aside, which are a list of their own, and how they ended
 * ({@link EndingDiscretion}). Stages add up to nothing.
 */
record StageUses() implements Uses {
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

    private static String sql(String condition) {
        return "SELECT toString(team) AS of_team, concat(toString(template), ' ', toString(action)) AS called, '' AS of_feature,"
                + " slot, actor FROM template_facts PREWHERE " + condition + Stages.ACTIONS + " AND action != '"
                + Stages.CREATE + "' WHERE " + Stages.TIMES + " > 0";
    }
}
