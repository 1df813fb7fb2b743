package dev.footlights.local.stack;

import java.util.List;
import java.util.Map;

/**
 * The ports of a stack, eight in a row on the loopback address.
 *
 * @param base the first, of the ingest service
 */
public record Ports(int base) {
    /** Environment variable of the base. */
    public static final String VARIABLE = "FOOTLIGHTS_PORT_BASE";

    /** What is used when nothing is said. */
    public static final int DEFAULT_BASE = 8480;

    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535 - 7;

    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new StackException(
                    VARIABLE + " is " + base + "; it must lie between " + LOWEST + " and " + HIGHEST + ".");
        }
    }

    /**
     * The base from the environment.
     *
     * @throws StackException when it isn't a usable number
     */
    public static Ports from(Map<String, String> environment) {
        String given = environment.getOrDefault(VARIABLE, "").strip();
        if (given.isEmpty()) {
            return new Ports(DEFAULT_BASE);
        }
        try {
            return new Ports(Integer.parseInt(given));
        } catch (NumberFormatException notANumber) {
            throw new StackException(VARIABLE + " is \"" + given + "\", which is not a number.", notANumber);
        }
    }

    /** Variables that are for the launcher alone, not for the parts. */
    static List<String> launcherVariables() {
        return List.of(VARIABLE, Home.VARIABLE, "FOOTLIGHTS_HTTP_PORT", "FOOTLIGHTS_HTTP_HOST");
    }

    public int ingest() {
        return base;
    }

    public int query() {
        return base + 1;
    }

    public int clickHouse() {
        return base + 2;
    }

    public int kafka() {
        return base + 3;
    }

    public int registry() {
        return base + 4;
    }

    public int streams() {
        return base + 5;
    }

    public int kafkaController() {
        return base + 6;
    }

    public int registryManagement() {
        return base + 7;
    }
}
