package dev.footlights.ingest.http;

import dev.footlights.ingest.event.Intake;
import dev.footlights.ingest.event.Outcome;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.UsageEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A request's events sorted by what is to be done with them.
 *
 * @param events to be written, each id once for a person
 * @param failed to be kept
 * @param repeats for each event whose id came again: whether all else was the same
 */
record Batch(Collection<UsageEvent> events, List<FailedEvent> failed, List<Boolean> repeats, Receipt receipt) {
    /** An element with the outcome it had. */
    record RejectedElement(Intake.Taken taken, Outcome.Rejected outcome) {}

    private record Key(String actor, String eventId) {}

    static Batch of(List<Intake.Taken> taken, Function<RejectedElement, FailedEvent> keep) {
        Map<Key, UsageEvent> events = new LinkedHashMap<>();
        List<FailedEvent> failed = new ArrayList<>();
        List<Boolean> repeats = new ArrayList<>();
        List<Receipt.Refused> refused = new ArrayList<>();
        int accepted = 0;
        for (int index = 0; index < taken.size(); index++) {
            Intake.Taken element = taken.get(index);
            switch (element.outcome()) {
                case Outcome.Accepted(UsageEvent event) -> {
                    accepted++;
                    UsageEvent first = events.putIfAbsent(new Key(event.getActor(), event.getEventId()), event);
                    if (first != null) {
                        repeats.add(first.equals(event));
                    }
                }
                case Outcome.Rejected rejected -> {
                    refused.add(new Receipt.Refused(index, element.eventId(), rejected));
                    failed.add(keep.apply(new RejectedElement(element, rejected)));
                }
            }
        }
        return new Batch(events.values(), failed, repeats, new Receipt(accepted, refused));
    }
}
