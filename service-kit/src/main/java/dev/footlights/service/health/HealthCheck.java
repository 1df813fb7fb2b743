package dev.footlights.service.health;

/** Asks one part of a service whether it can do its work. */
public interface HealthCheck {
    /** A short lower-case word: {@code kafka}. */
    String name();

    /** May block; it is given a bounded time and interrupted after it. An exception counts as down. */
    Health check() throws Exception;

    static HealthCheck of(String name, Probe probe) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() throws Exception {
                return probe.check();
            }
        };
    }

    /** The body of a check. */
    @FunctionalInterface
    interface Probe {
        Health check() throws Exception;
    }
}
