package dev.footlights.service.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;

/** Jetty's request as ours. */
final class JettyRequests {
    private JettyRequests() {}

    static Request of(org.eclipse.jetty.server.Request jetty, Duration bodyTimeout) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : jetty.getHeaders()) {
            String value = field.getValue();
            headers.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(value == null ? "" : value);
        }
        HttpURI uri = jetty.getHttpURI();
        String path = uri.getPath();
        String query = uri.getQuery();
        long length = jetty.getLength();
        return new Request(
                jetty.getMethod(),
                path == null ? "" : path,
                query == null ? "" : query,
                headers,
                org.eclipse.jetty.server.Request.getRemoteAddr(jetty),
                new RequestBody(
                        length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                        () -> Content.Source.asInputStream(jetty),
                        bodyTimeout),
                Map.of(),
                Caller.ANONYMOUS);
    }
}
