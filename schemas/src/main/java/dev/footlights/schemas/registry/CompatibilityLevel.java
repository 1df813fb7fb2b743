package dev.footlights.schemas.registry;

/** Which older and newer versions of a subject must be able to read each other; names as the registry protocol spells them. */
public enum CompatibilityLevel {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE
}
