package dev.footlights.query.figures;

import java.util.Locale;

/** Columns that are added up: the allow-list of identifiers. */
public enum Column {
    /** Only in kpi_rollups. */
    ACTIVE_USERS,
    /** Only in kpi_rollups. */
    NEW_USERS,
    EVENTS,
    VIEWS,
    INTERACTIONS,
    TEMPLATE_RUNS,
    SAVED_MICRO_MINUTES,
    SEARCHES,
    ZERO_RESULT_SEARCHES,
    OPENED_SEARCHES,
    /** Only in kpi_rollups. */
    SESSIONS;

    /** As it is called in the tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
