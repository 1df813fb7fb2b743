package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;
import java.util.List;

/** The pure part of ingest: a body in, one outcome per element out, in order. */
public final class Intake {
    private final Pseudonyms pseudonyms;
    private final BodyParser parser;
    private final EventCleaner events;
    private final TemplateOutcomes outcomes;
    private final CheckResults results;

    public Intake(Limits limits, TimeRules times, Pseudonyms pseudonyms, Attribution.Source attributions) {
        this.pseudonyms = pseudonyms;
        this.parser = new BodyParser(limits);
        this.events = new EventCleaner(limits, times, pseudonyms, attributions);
        this.outcomes = new TemplateOutcomes(times, pseudonyms, attributions);
        this.results = new CheckResults(limits, times, pseudonyms, attributions);
    }

    /**
     * What became of one element.
     *
     * @param id as sent or derived; empty when there was none
     * @param start the element's first byte in the body
     * @param end the byte after its last
     */
    public record Taken(String id, Outcome outcome, int start, int end) {}

    /**
     * Reads and cleans every element of a body.
     *
     * @param lines whether the body is NDJSON
     * @throws BodyException when nothing can be read from it
     */
    public List<Taken> take(byte[] body, boolean lines, Arrival arrival) throws BodyException {
        return parser.parse(body, arrival.format(), lines, reader(arrival));
    }

    private ElementReader reader(Arrival arrival) {
        return switch (arrival.format()) {
            case EventFormat format ->
                parser -> {
                    RawEvent event = new EventReader(parser).read();
                    format.settle(event, pseudonyms);
                    return new ElementReader.Read(event.eventId, events.clean(event, format, arrival));
                };
            case ReportFormat.TEMPLATE_OUTCOME -> parser -> outcomes.clean(RawReport.read(parser), arrival);
            case ReportFormat.CHECK_RESULT -> parser -> results.clean(RawReport.read(parser), arrival);
        };
    }
}
