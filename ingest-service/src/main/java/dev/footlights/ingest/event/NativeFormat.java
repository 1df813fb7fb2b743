package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;
import java.util.Optional;

/** Footlights' own: every field where the event has it. */
public record NativeFormat() implements EventFormat {
    @Override
    public String spelling() {
        return "native";
    }

    @Override
    public Optional<String> wrapper() {
        return Optional.of("events");
    }

    @Override
    public void settle(RawEvent event, Pseudonyms pseudonyms) {
        // Nothing is elsewhere.
    }
}
