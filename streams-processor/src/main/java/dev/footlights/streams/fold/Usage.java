package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.SurveyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An event, cleaned: what the fold needs of it, with everything decided that depends on the event alone.
 *
 * @param occurredAt milliseconds since 1970, by the client's clock
 * @param receivedAt milliseconds since 1970
 * @param actor pseudonym of the person, a UUID
 * @param importId batch of history; empty for live events
 * @param sessionId the client's session; empty when it sends none
 * @param teams whom it counts for
 * @param feature its one feature
 * @param action what its row of facts says was done
 * @param item what the feature was used on; empty for none
 * @param kind how it counts
 * @param subject path of a navigate, term of a search as typed, else of no use
 * @param zeroResults of a search: whether it said that nothing was found
 * @param savedMicroMinutes of a template run: millionths of minutes saved
 * @param answer what it answers to a survey; null for nearly all events
 */
public record Usage(
        long occurredAt,
        long receivedAt,
        String actor,
        String importId,
        String sessionId,
        TeamSet teams,
        String feature,
        String action,
        String item,
        Kind kind,
        String subject,
        boolean zeroResults,
        long savedMicroMinutes,
        @Nullable SurveyAnswer answer) {

    /** What an event counts as, beside being an event. */
    public enum Kind {
        NAVIGATE,
        SEARCH,
        TEMPLATE_RUN,
        /** A result of a search was opened: an interaction, too. */
        DISCOVER,
        INTERACTION,
        OTHER
    }

    /** What it adds to every scope it lies in, searches aside, which are known only once their typing has ended. */
    Measures growth(boolean view) {
        boolean run = kind == Kind.TEMPLATE_RUN;
        boolean interaction = run || kind == Kind.DISCOVER || kind == Kind.INTERACTION;
        return Measures.NONE
                .withEvents(1)
                .withViews(view ? 1 : 0)
                .withInteractions(interaction ? 1 : 0)
                .withTemplateRuns(run ? 1 : 0, run ? savedMicroMinutes : 0);
    }
}
