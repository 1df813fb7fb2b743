package dev.footlights.ingest.http;

import dev.footlights.ingest.event.Format;
import dev.footlights.ingest.event.Intake;
import dev.footlights.ingest.event.Outcome;
import dev.footlights.ingest.event.TopicRecord;
import dev.footlights.schemas.avro.FailedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request's elements sorted by what is to be done with them.
 *
 * @param records to be written: what is accepted, each identity once, and what is to be kept
 * @param repeats for each element whose identity came again: whether all else was the same
 */
record Batch(List<TopicRecord<?>> records, List<Boolean> repeats, Receipt receipt) {
    /** An element with the outcome it had. */
    record RejectedElement(Intake.Taken taken, Outcome.Rejected outcome) {}

    /** An event is its person's and id's; a report is its key's, which its id is a part of. */
    private record Identity(Optional<String> key, String id) {}

    static Batch of(List<Intake.Taken> taken, Format format, Function<RejectedElement, FailedEvent> keep) {
        Map<Identity, TopicRecord<?>> accepted = new LinkedHashMap<>();
        List<TopicRecord<?>> failed = new ArrayList<>();
        List<Boolean> repeats = new ArrayList<>();
        List<Receipt.Refused> refused = new ArrayList<>();
        for (int index = 0; index < taken.size(); index++) {
            Intake.Taken element = taken.get(index);
            switch (element.outcome()) {
                case Outcome.Accepted(TopicRecord<?> written) -> {
                    Identity identity = new Identity(written.key(), element.id());
                    TopicRecord<?> earlier = accepted.putIfAbsent(identity, written);
                    if (earlier != null) {
                        repeats.add(earlier.equals(written));
                        if (written.lastCounts()) {
                            accepted.put(identity, written);
                        }
                    }
                }
                case Outcome.Rejected rejected -> {
                    refused.add(new Receipt.Refused(index, format.idField(), element.id(), rejected));
                    failed.add(TopicRecord.of(keep.apply(new RejectedElement(element, rejected))));
                }
            }
        }
        List<TopicRecord<?>> records = new ArrayList<>(accepted.values());
        records.addAll(failed);
        return new Batch(records, repeats, new Receipt(taken.size() - refused.size(), refused));
    }
}
