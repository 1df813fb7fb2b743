package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.ActivityFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Arithmetic of activity facts: absolute values that grow, and with each change a higher revision. Pure. */
final class ActivityFacts {
    private ActivityFacts() {}

    /** @param before null when this is the first of its key */
    static ActivityFact grown(@Nullable ActivityFact before, Usage usage, SlotTimes times, boolean view) {
        Measures growth = usage.growth(view);
        Instant at = Instant.ofEpochMilli(usage.occurredAt());
        if (before == null) {
            return new ActivityFact(
                    usage.actor(),
                    times.slot(),
                    usage.feature(),
                    usage.item(),
                    usage.action(),
                    usage.teams().teams(),
                    usage.importId(),
                    growth.events(),
                    growth.views(),
                    growth.interactions(),
                    growth.templateRuns(),
                    growth.savedMicroMinutes(),
                    0L,
                    0L,
                    0L,
                    at,
                    at,
                    1L);
        }
        return changed(before, growth, earlier(before, before.getFirstAt(), at), later(before, before.getLastAt(), at));
    }

    /** @param firstAt and {@code lastAt}: the new ones */
    static ActivityFact changed(ActivityFact before, Measures by, Instant firstAt, Instant lastAt) {
        return new ActivityFact(
                before.getActor(),
                before.getSlot(),
                before.getFeature(),
                before.getItem(),
                before.getAction(),
                before.getTeams(),
                before.getImportId(),
                before.getEvents() + by.events(),
                before.getViews() + by.views(),
                before.getInteractions() + by.interactions(),
                before.getTemplateRuns() + by.templateRuns(),
                before.getSavedMicroMinutes() + by.savedMicroMinutes(),
                before.getSearches() + by.searches(),
                before.getZeroResultSearches() + by.zeroResultSearches(),
                before.getOpenedSearches() + by.openedSearches(),
                firstAt,
                lastAt,
                before.getRevision() + 1);
    }

    /** A row of a search term that was taken back says nothing any more, about its times neither. */
    static boolean empty(ActivityFact fact) {
        return fact.getEvents() == 0 && fact.getSearches() == 0;
    }

    static Instant earlier(ActivityFact fact, Instant known, Instant at) {
        return empty(fact) || at.isBefore(known) ? at : known;
    }

    static Instant later(ActivityFact fact, Instant known, Instant at) {
        return empty(fact) || at.isAfter(known) ? at : known;
    }
}
