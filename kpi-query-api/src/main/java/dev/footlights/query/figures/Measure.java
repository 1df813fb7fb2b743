package dev.footlights.query.figures;

import java.util.Arrays;
import java.util.Optional;

/** The KPIs that are answered, and the columns they are read from: the allow-list of identifiers. */
public enum Measure {
    ACTIVE_USERS("active-users", "active_users", ""),
    NEW_USERS("new-users", "new_users", ""),
    EVENTS("events", "events", "events"),
    PAGE_VIEWS("page-views", "views", "views"),
    INTERACTIONS("interactions", "interactions", "interactions"),
    TEMPLATE_RUNS("template-runs", "template_runs", "template_runs"),
    MINUTES_SAVED("minutes-saved", "saved_micro_minutes", "saved_micro_minutes"),
    SEARCHES("searches", "searches", "searches"),
    ADOPTION_RATE("adoption-rate", "", "");

    private final String kpi;
    private final String rollupColumn;
    private final String factColumn;

    Measure(String kpi, String rollupColumn, String factColumn) {
        this.kpi = kpi;
        this.rollupColumn = rollupColumn;
        this.factColumn = factColumn;
    }

    public static Optional<Measure> of(String kpi) {
        return Arrays.stream(values())
                .filter(measure -> measure.kpi.equals(kpi))
                .findFirst();
    }

    /** Id of the KPI in the catalogue. */
    public String kpi() {
        return kpi;
    }

    /** Whether the rollups hold it. */
    public boolean rolledUp() {
        return !rollupColumn.isEmpty();
    }

    /** Its column in kpi_rollups; only when {@link #rolledUp}. */
    public String rollupColumn() {
        return rollupColumn;
    }

    /** Whether it is a sum over activity_facts. */
    public boolean summed() {
        return !factColumn.isEmpty();
    }

    /** Its column in activity_facts; only when {@link #summed}. */
    public String factColumn() {
        return factColumn;
    }
}
