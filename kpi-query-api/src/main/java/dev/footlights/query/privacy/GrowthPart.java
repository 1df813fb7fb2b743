package dev.footlights.query.privacy;

import java.util.List;

/**
 * The people of a period and of the time before, and what they are made of: active = new + returning + resurrected, active
 * before = returning + dormant.
 */
public enum GrowthPart {
    ACTIVE,
    RESURRECTED,
    NEW,
    DORMANT,
    RETURNING,
    BEFORE;

    /** Parts of the active people; those that are given up first for the sake of others stand first. */
    public static final List<GrowthPart> OF_ACTIVE = List.of(RESURRECTED, NEW, RETURNING);

    /** Parts of the people active before, likewise. */
    public static final List<GrowthPart> OF_BEFORE = List.of(DORMANT, RETURNING);
}
