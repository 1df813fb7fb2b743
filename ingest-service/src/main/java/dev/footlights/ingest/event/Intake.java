package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;
import java.util.ArrayList;
import java.util.List;

/** The pure part of ingest: a body in, one outcome per event out, in order. */
public final class Intake {
    private final BodyParser parser;
    private final EventCleaner cleaner;

    public Intake(Limits limits, TimeRules times, Pseudonyms pseudonyms, Attribution.Source attributions) {
        this.parser = new BodyParser(limits, pseudonyms);
        this.cleaner = new EventCleaner(limits, times, pseudonyms, attributions);
    }

    /**
     * What became of one element.
     *
     * @param eventId as sent or derived; empty when there was none
     * @param start the element's first byte in the body
     * @param end the byte after its last
     */
    public record Taken(String eventId, Outcome outcome, int start, int end) {}

    /**
     * Reads and cleans every event of a body.
     *
     * @param lines whether the body is NDJSON
     * @throws BodyException when no event can be read from it
     */
    public List<Taken> take(byte[] body, boolean lines, Arrival arrival) throws BodyException {
        List<BodyParser.Element> elements = parser.parse(body, arrival.format(), lines);
        List<Taken> taken = new ArrayList<>(elements.size());
        for (BodyParser.Element element : elements) {
            taken.add(new Taken(
                    element.event().eventId, cleaner.clean(element.event(), arrival), element.start(), element.end()));
        }
        return taken;
    }
}
