package dev.footlights.query.privacy;

/**
 * Whose use of what.
 *
 * @param feature {@code *} for all features
 */
public record Place(String team, String feature) {
    static final String ALL = "*";
    static final String ORGANISATION = "org";
}
