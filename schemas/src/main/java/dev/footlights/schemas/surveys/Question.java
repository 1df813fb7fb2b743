package dev.footlights.schemas.surveys;

/**
 * A question of a survey.
 *
 * @param id lower-case name, as answers name it
 * @param text as people are asked
 */
public record Question(String id, String text, Kind kind) {
    /** How a question is answered. */
    public enum Kind {
        /** A whole number from 1, the worst, to 5. */
        FIVE_POINT("five-point", 1, 5),
        /** A whole number from 0, not at all, to 10. */
        NPS("nps", 0, 10),
        /** Free text. */
        TEXT("text", 0, 0);

        private final String text;
        private final int lowest;
        private final int highest;

        Kind(String text, int lowest, int highest) {
            this.text = text;
            this.lowest = lowest;
            this.highest = highest;
        }

        /** As in the file and in answers. */
        public String text() {
            return text;
        }

        /** Lowest score. */
        public int lowest() {
            return lowest;
        }

        /** Highest score. */
        public int highest() {
            return highest;
        }
    }
}
