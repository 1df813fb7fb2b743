package dev.footlights.service.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which handler answers which path. Filled before the server starts, then only read. */
public final class Router {
    private final Authenticator authenticator;
    private final List<Route> routes = new ArrayList<>();

    /** A router whose routes anyone may call. */
    public Router() {
        this(Authenticator.ANYONE);
    }

    /** A router whose routes are guarded, except those added with {@link #open}. */
    public Router(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    public Router get(String pattern, Handler handler) {
        return add("GET", pattern, handler);
    }

    public Router post(String pattern, Handler handler) {
        return add("POST", pattern, handler);
    }

    public Router delete(String pattern, Handler handler) {
        return add("DELETE", pattern, handler);
    }

    /**
     * Adds a route for any method.
     *
     * @param pattern such as {@code /api/v1/kpis/{id}}; {@code {rest*}} at the end takes all segments that follow
     */
    public Router add(String method, String pattern, Handler handler) {
        return add(Route.of(method, pattern, false, handler));
    }

    /** A GET route that needs no authentication: health, metrics, the page's own files. */
    public Router open(String pattern, Handler handler) {
        return add(Route.of("GET", pattern, true, handler));
    }

    /** A POST route that needs no authentication: what carries its own proof, such as a signed link. */
    public Router openPost(String pattern, Handler handler) {
        return add(Route.of("POST", pattern, true, handler));
    }

    private Router add(Route route) {
        boolean taken = routes.stream()
                .anyMatch(other ->
                        other.method().equals(route.method()) && other.pattern().equals(route.pattern()));
        if (taken) {
            throw new IllegalArgumentException(route.method() + " " + route.pattern() + " is routed already");
        }
        routes.add(route);
        routes.sort(Comparator.comparing(Route::rank));
        return this;
    }

    /** A route that fits, with the values of its parameters. */
    record Match(Route route, Map<String, String> parameters) {}

    /**
     * The route for a request; HEAD takes the route of GET.
     *
     * @throws ProblemException 404 for an unknown path, 405 with Allow for another method
     */
    Match match(Request request) {
        List<Match> matches = matches(request.path());
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Match> match = matches.stream()
                .filter(candidate -> candidate.route().method().equals(method))
                .findFirst();
        if (match.isPresent()) {
            return match.get();
        }
        if (matches.isEmpty()) {
            throw Problem.of(404, "not-found", "There is nothing at this path").exception();
        }
        throw Problem.of(405, "method-not-allowed", "The path does not take this method")
                .header("Allow", allowed(matches))
                .exception();
    }

    /** The patterns of a method's routes, the most exact first. */
    List<String> patterns(String method) {
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .map(Route::pattern)
                .toList();
    }

    /** The methods of a path as Allow lists them; empty for an unknown path. */
    String allowed(String path) {
        return allowed(matches(path));
    }

    /**
     * Authenticates and calls the handler.
     *
     * @throws ProblemException 401 from the authenticator, or any from the handler
     */
    Response call(Match match, Request request) throws Exception {
        Caller caller = match.route().open() ? Caller.ANONYMOUS : authenticator.authenticate(request);
        return match.route().handler().handle(request.matched(match.parameters(), caller));
    }

    private List<Match> matches(String path) {
        List<Match> matches = new ArrayList<>();
        if (path.startsWith("/")) {
            List<String> segments = Route.split(path);
            for (Route route : routes) {
                route.match(segments).ifPresent(parameters -> matches.add(new Match(route, parameters)));
            }
        }
        return matches;
    }

    private static String allowed(List<Match> matches) {
        TreeSet<String> methods = new TreeSet<>();
        for (Match match : matches) {
            methods.add(match.route().method());
            if (match.route().method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }
}
