package dev.footlights.service.health;

import java.util.Locale;

/**
 * How one part is.
 *
 * @param detail for the operator: what is wrong, or what was seen; without secrets
 */
public record Health(Status status, String detail) {
    /** A part either can do its work or can't. */
    public enum Status {
        UP,
        DOWN;

        /** As it is spelt in JSON. */
        public String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Health up(String detail) {
        return new Health(Status.UP, detail);
    }

    public static Health down(String detail) {
        return new Health(Status.DOWN, detail);
    }

    public boolean isUp() {
        return status == Status.UP;
    }
}
