package dev.footlights.query.privacy;

import java.util.Locale;

/** Why a figure is withheld. */
public enum Reason {
    /** It is about fewer people than the floor. */
    FEW_PEOPLE,
    /** With it, a figure about too few people beside it could be worked out. */
    NEIGHBOURS;

    /** As answers spell it: {@code few-people}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
