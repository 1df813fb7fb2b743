package dev.footlights.service.http;

import java.time.Duration;

/** Told of every request, for metrics. */
public interface RequestObserver {
    RequestObserver NONE = new RequestObserver() {
        @Override
        public void answered(String method, String route, int status, Duration took) {}

        @Override
        public void refused(int status) {}
    };

    /**
     * A request was routed and answered.
     *
     * @param method as sent, so it may be anything
     * @param route the pattern of the route, or {@code none}
     */
    void answered(String method, String route, int status, Duration took);

    /** Bytes that never became a request were refused. */
    void refused(int status);
}
