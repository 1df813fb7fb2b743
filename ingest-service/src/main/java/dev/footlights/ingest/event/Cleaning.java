package dev.footlights.ingest.event;

/** The cleaning of one element, which a refusal ends. */
@FunctionalInterface
interface Cleaning {
    TopicRecord<?> record() throws Refusal;

    static Outcome outcome(Cleaning cleaning) {
        try {
            return new Outcome.Accepted(cleaning.record());
        } catch (Refusal refusal) {
            return refusal.toOutcome();
        }
    }
}
