package dev.footlights.systemtest.planted.ingest;

/** Innocent. */
public record Intake(String name) {}
