package dev.footlights.service.http;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A request as handlers see it. */
public final class Request {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final String remoteAddress;
    private final RequestBody body;
    private final Map<String, String> pathParameters;
    private final Caller caller;

    Request(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            String remoteAddress,
            RequestBody body,
            Map<String, String> pathParameters,
            Caller caller) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.remoteAddress = remoteAddress;
        this.body = body;
        this.pathParameters = pathParameters;
        this.caller = caller;
    }

    /**
     * A request made by hand, for tests of handlers and routers.
     *
     * @param target path and query: {@code /api/v1/kpis?limit=5}
     */
    public static Request of(String method, String target, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> copies = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> copies.put(name, List.of(value)));
        int mark = target.indexOf('?');
        return new Request(
                method.toUpperCase(Locale.ROOT),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                copies,
                "127.0.0.1",
                new RequestBody(
                        OptionalLong.of(body.length), () -> new ByteArrayInputStream(body), Duration.ofSeconds(5)),
                Map.of(),
                Caller.ANONYMOUS);
    }

    /** {@link #of} for a GET. */
    public static Request get(String target) {
        return of("GET", target, Map.of(), new byte[0]);
    }

    Request matched(Map<String, String> parameters, Caller by) {
        return new Request(method, path, query, headers, remoteAddress, body, parameters, by);
    }

    public String method() {
        return method;
    }

    /** The path as sent, still percent-encoded. */
    public String path() {
        return path;
    }

    /** The decoded value of {@code {name}} in the route's pattern. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    /**
     * Decoded query parameters in their order; a name may have several values.
     *
     * @throws ProblemException 400 if malformed
     */
    public Map<String, List<String>> queryParameters() {
        return PercentDecoder.query(query);
    }

    /**
     * A query parameter that makes sense once.
     *
     * @throws ProblemException 400 if it is given more than once
     */
    public Optional<String> queryParameter(String name) {
        List<String> values = queryParameters().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.of(
                            400,
                            "repeated-parameter",
                            "A query parameter is given twice",
                            name + " is given more than once")
                    .exception();
        }
        return values.stream().findFirst();
    }

    /** The first value of a header, in whatever case its name is written. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The media type without parameters, lower case: {@code application/json}. */
    public Optional<String> mediaType() {
        return header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Bytes of the body on the wire as declared; empty for a chunked one. */
    public OptionalLong contentLength() {
        return body.declaredLength();
    }

    /** The other end of the connection. Forwarding headers are not believed. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** Who sent it, as the router's authenticator found. */
    public Caller caller() {
        return caller;
    }

    RequestBody body() {
        return body;
    }
}
