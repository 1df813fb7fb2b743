package dev.footlights.systemtest.planted.schemas;

import dev.footlights.systemtest.planted.ingest.Intake;

/** A violation: a contract that knows a service. */
public record Contract(Intake intake) {}
