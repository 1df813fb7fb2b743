package dev.footlights.service.settings;

/** How much is logged. */
public record LogSettings(@Default("info") Level level) {
    /** From little to much. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
