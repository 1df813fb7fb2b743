package dev.footlights.ingest.event;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Makes of one JSON object of a body what is to be written of it, or says why not. */
@FunctionalInterface
interface ElementReader {
    /**
     * An element that was read.
     *
     * @param id as sent or derived; empty when there was none
     */
    record Read(String id, Outcome outcome) {}

    /**
     * Reads one element.
     *
     * @param parser at the object's start; left at its end
     */
    Read read(JsonParser parser) throws IOException;
}
