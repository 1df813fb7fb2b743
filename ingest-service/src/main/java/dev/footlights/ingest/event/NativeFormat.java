package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;

/** Footlights' own: every field where the event has it. */
public record NativeFormat() implements EventFormat {
    @Override
    public String name() {
        return "native";
    }

    @Override
    public boolean takesWrapper() {
        return true;
    }

    @Override
    public void settle(RawEvent event, Pseudonyms pseudonyms) {
        // Nothing is elsewhere.
    }
}
