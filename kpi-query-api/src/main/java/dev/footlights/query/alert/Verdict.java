package dev.footlights.query.alert;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands by the figures.
 *
 * @param period that was looked at; empty when there was none
 * @param value null when it isn't told
 * @param previous of the period before, when the rule compares
 * @param withheld whether a figure is kept back
 * @param sentence what was found
 */
public record Verdict(
        State state,
        String period,
        @Nullable Number value,
        @Nullable Number previous,
        boolean withheld,
        String sentence) {
    /** What can be said. */
    public enum State {
        OK,
        FIRING,
        /** A figure is withheld, or there is none: that breaks no rule and keeps none. */
        CANNOT_TELL;

        /** As answers and the table spell it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static Verdict cannotTell(String period, boolean withheld, String sentence) {
        return new Verdict(State.CANNOT_TELL, period, null, null, withheld, sentence);
    }
}
