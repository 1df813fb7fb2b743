package dev.footlights.service.settings;

import java.time.Duration;

/**
 * Checks for the compact constructors of settings records. {@code component} is the record component's name, so that the
 * error can give the full key. All throw {@link IllegalArgumentException}, which the reader reports.
 */
public final class Require {
    private Require() {}

    public static void between(String component, long value, long least, long most) {
        that(value >= least && value <= most, component, value + " is not between " + least + " and " + most);
    }

    public static void atLeast(String component, long value, long least) {
        that(value >= least, component, value + " is less than " + least);
    }

    public static void positive(String component, Duration value) {
        that(value.isPositive(), component, value + " is not longer than zero");
    }

    public static void notNegative(String component, Duration value) {
        that(!value.isNegative(), component, value + " is negative");
    }

    /**
     * Refuses when the condition doesn't hold.
     *
     * @param problem what is wrong, as the end of a sentence that begins with the key; it must not hold a secret
     */
    public static void that(boolean holds, String component, String problem) {
        if (!holds) {
            throw new BadSettingException(component, problem);
        }
    }
}
