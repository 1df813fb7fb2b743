package dev.footlights.service.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.footlights.service.settings.LogSettings;
import org.slf4j.LoggerFactory;

/** The level of our own loggers, from the settings; libraries stay as {@code logback.xml} has them. */
public final class Logging {
    private static final String OURS = "dev.footlights";

    private Logging() {}

    public static void apply(LogSettings settings) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(OURS).setLevel(Level.toLevel(settings.level().name()));
        }
    }
}
