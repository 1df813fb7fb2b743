package dev.footlights.ingest.event;

import java.util.List;

/**
 * The teams an event counts for.
 *
 * @param teams sorted: own groups, all their ancestors and {@code org}; or {@code unassigned} and {@code org}
 * @param by as UsageEvent.attributedBy spells it
 */
public record Attribution(List<String> teams, By by) {
    /** Where the teams come from. */
    public enum By {
        ROSTER("roster"),
        EVENT("event"),
        NONE("none");

        private final String text;

        By(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Knows who belongs where. */
    @FunctionalInterface
    public interface Source {
        /**
         * The teams of a person.
         *
         * @param actor a pseudonym
         * @param claimed groups the event itself names, as sent; looked at only for a person who isn't known
         */
        Attribution of(String actor, List<String> claimed);
    }
}
