package dev.footlights.systemtest.planted.streams;

import dev.footlights.systemtest.planted.ingest.Intake;

/** A violation: one service uses another, inside a method only. */
public final class Processor {
    public String describe() {
        return new Intake("another service's").name();
    }
}
