package dev.footlights.query.request;

/** In which order rows come. Those without a value come last in every order, so that the order tells nothing of them. */
public enum Order {
    /** By period, then team, then feature. */
    PERIOD,
    /** The latest period first. */
    PERIOD_DESCENDING,
    TEAM,
    FEATURE,
    /** The largest first. */
    VALUE,
    VALUE_ASCENDING,
    /** The largest growth over the period before first. */
    CHANGE,
    CHANGE_ASCENDING
}
