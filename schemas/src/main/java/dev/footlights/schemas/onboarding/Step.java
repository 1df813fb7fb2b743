package dev.footlights.schemas.onboarding;

/**
 * A feature that people should come to use.
 *
 * @param feature its id
 * @param title what to do, for a person
 * @param link where to learn about it: http, https, or a path of the portal
 */
public record Step(String feature, String title, String link) {}
