package dev.footlights.systemtest.planted.elsewhere;

/** A violation: in no part. */
public record Stray(String name) {}
