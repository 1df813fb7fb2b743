package dev.footlights.streams;

import dev.footlights.service.health.HealthCheck;
import java.util.List;

/**
 * A part of the process that works on threads of its own. It opens what it needs by itself, and waits while that is down:
 * starting and checking never fail for an outside part's sake.
 */
public interface Component extends AutoCloseable {
    /** For logs: a lower-case word or two. */
    String name();

    /** Begins to work and returns at once. */
    void start();

    /** How it and what it needs are. */
    List<HealthCheck> healthChecks();

    /** Stops working, in order; waits for it. */
    @Override
    void close();
}
