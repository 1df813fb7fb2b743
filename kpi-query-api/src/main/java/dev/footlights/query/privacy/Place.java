package dev.footlights.query.privacy;

/**
 * Whose use of what.
 *
 * @param feature {@code *} for all features
 */
public record Place(String team, String feature) {
    static final String ALL = "*";
    static final String ORGANISATION = "org";

    private static final int GOLDEN = 0x9E3779B1;

    /** Names of teams and items are often numbered, and then the sums that records make of them are the same for many. */
    @Override
    public int hashCode() {
        int mixed = (team.hashCode() * GOLDEN + feature.hashCode()) * GOLDEN;
        return mixed ^ (mixed >>> 16);
    }
}
