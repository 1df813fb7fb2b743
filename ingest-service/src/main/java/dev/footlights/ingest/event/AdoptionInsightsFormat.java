package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;
import java.util.Optional;

/**
 * What Red Hat's Adoption Insights module sends: person and time are in the context, and there is no event id. The id
 * comes from the content, so a batch sent again after a broken connection has the same ids, and two events of one
 * person that are equal to the millisecond are one event.
 */
public record AdoptionInsightsFormat() implements EventFormat {
    @Override
    public String spelling() {
        return "adoption-insights";
    }

    @Override
    public Optional<String> wrapper() {
        return Optional.empty();
    }

    @Override
    public void settle(RawEvent event, Pseudonyms pseudonyms) {
        event.user = event.takeFromContext("userName");
        event.occurredAt = event.takeFromContext("timestamp");
        event.eventId = pseudonyms.eventId(event.content());
    }
}
