package dev.footlights.service.health;

import dev.footlights.service.http.Response;
import dev.footlights.service.http.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * All checks of a service. {@code /health/live} is 200 while the process answers at all; {@code /health/ready} is 200 when
 * every check is up and the service isn't stopping, else 503. Results are kept for a second, so probing costs the same
 * however often it is done.
 */
public final class HealthChecks {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final List<BoundedCheck> checks;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean stopping;
    private @Nullable Map<String, Health> last;
    private long lastNanos;

    public HealthChecks(List<HealthCheck> checks) {
        this.checks = checks.stream().map(BoundedCheck::new).toList();
    }

    /** From now on not ready, whatever the checks say. */
    public void stopping() {
        stopping = true;
    }

    /** Adds both routes, open to everyone. */
    public void addTo(Router router) {
        router.open(
                "/health/live",
                request -> Response.json(200, Map.of("status", "up")).header("Cache-Control", "no-store"));
        router.open("/health/ready", request -> ready());
    }

    private Response ready() throws InterruptedException {
        Map<String, Health> states = new LinkedHashMap<>(states());
        if (stopping) {
            states.put("service", Health.down("stopping"));
        }
        boolean up = states.values().stream().allMatch(Health::isUp);
        List<Map<String, String>> entries = new ArrayList<>();
        states.forEach((name, health) -> entries.add(entry(name, health)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? "up" : "down");
        body.put("checks", entries);
        return Response.json(up ? 200 : 503, body).header("Cache-Control", "no-store");
    }

    private static Map<String, String> entry(String name, Health health) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("status", health.status().lowerCase());
        entry.put("detail", health.detail());
        return entry;
    }

    /** Each check's outcome by name, at most a second old; takes at most two seconds. */
    public Map<String, Health> states() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (last == null || System.nanoTime() - lastNanos > KEPT.toNanos()) {
                last = run();
                lastNanos = System.nanoTime();
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    private Map<String, Health> run() throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        checks.forEach(BoundedCheck::begin);
        Map<String, Health> states = new LinkedHashMap<>();
        for (BoundedCheck check : checks) {
            states.put(check.name(), check.await(Duration.ofNanos(deadline - System.nanoTime())));
        }
        return states;
    }
}
