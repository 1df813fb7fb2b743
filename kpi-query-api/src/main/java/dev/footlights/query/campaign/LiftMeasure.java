package dev.footlights.query.campaign;

import java.util.Locale;

/** What a lift can be asked of, and how a team's use in a week is read: the allow-list of expressions. */
public enum LiftMeasure {
    ACTIVE_USERS("uniqExactIf(actor, events > 0)"),
    ADOPTION_RATE("uniqExactIf(actor, events > 0 AND (team, actor) IN ("
            + "SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1))"),
    EVENTS("sum(events)"),
    PAGE_VIEWS("sum(views)"),
    INTERACTIONS("sum(interactions)"),
    TEMPLATE_RUNS("sum(template_runs)"),
    SEARCHES("sum(searches)"),
    MINUTES_SAVED("sum(saved_micro_minutes) / 1000000");

    private final String expression;

    LiftMeasure(String expression) {
        this.expression = expression;
    }

    /** Over rows of activity_facts. */
    String expression() {
        return expression;
    }

    /** Id of the KPI. */
    public String kpi() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
