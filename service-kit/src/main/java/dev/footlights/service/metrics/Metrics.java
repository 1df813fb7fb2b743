package dev.footlights.service.metrics;

import dev.footlights.service.http.RequestObserver;
import dev.footlights.service.http.Response;
import dev.footlights.service.http.Router;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The meters of a service, given out at {@code /metrics}. Requests are timed as {@code footlights_http_requests_seconds} by
 * method, route and status; what never became a request is counted as {@code footlights_http_refused_total} by status.
 */
public final class Metrics implements RequestObserver, AutoCloseable {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final LogbackMetrics logging = new LogbackMetrics();

    public Metrics() {
        List<MeterBinder> binders = List.of(
                new ClassLoaderMetrics(),
                new JvmInfoMetrics(),
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics(),
                garbageCollection,
                logging);
        binders.forEach(binder -> binder.bindTo(registry));
    }

    /** Where a service registers its own meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Adds {@code /metrics}, open to everyone. */
    public void addTo(Router router) {
        router.open("/metrics", request -> Response.text(200, "text/plain; version=0.0.4; charset=utf-8", scrape()));
    }

    /** All meters in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("footlights.http.requests")
                .description("Requests by route, from complete headers to written answer")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    @Override
    public void refused(int status) {
        Counter.builder("footlights.http.refused")
                .description("What was refused before it became a request, or while stopping")
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }

    @Override
    public void close() {
        garbageCollection.close();
        logging.close();
        registry.close();
    }
}
