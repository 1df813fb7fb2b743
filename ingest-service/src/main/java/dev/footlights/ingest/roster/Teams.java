package dev.footlights.ingest.roster;

/** The two teams that no catalog has. */
public final class Teams {
    /** Everyone. */
    public static final String ORG = "org";

    /** People without a group. */
    public static final String UNASSIGNED = "unassigned";

    private Teams() {}
}
