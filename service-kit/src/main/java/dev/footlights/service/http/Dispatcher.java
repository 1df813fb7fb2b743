package dev.footlights.service.http;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request through the router to an answer, whatever happens on the way. */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    static final String NO_ROUTE = "none";

    private final Router router;
    private final CrossOrigin crossOrigin;

    Dispatcher(Router router, CrossOrigin crossOrigin) {
        this.router = router;
        this.crossOrigin = crossOrigin;
    }

    /** @param route the pattern that matched, or {@code none}: never the path as sent, which anyone can make up */
    record Answer(String route, Response response) {}

    Answer dispatch(Request request) {
        String route = NO_ROUTE;
        Response response;
        try {
            String allowed = request.method().equals("OPTIONS") ? router.allowed(request.path()) : "";
            if (!allowed.isEmpty()) {
                response = crossOrigin.options(request, allowed);
            } else {
                Router.Match match = router.match(request);
                route = match.route().pattern();
                response = router.call(match, request);
            }
        } catch (ProblemException exception) {
            response = exception.problem().toResponse();
        } catch (Exception exception) {
            response = unexpected(route, exception);
        }
        crossOrigin.mark(request, response);
        return new Answer(route, response);
    }

    /** Logs the exception under an id that the client is given in its place. */
    static Response unexpected(String route, Throwable exception) {
        String errorId = UUID.randomUUID().toString();
        LOG.atError()
                .setCause(exception)
                .addKeyValue("route", route)
                .addKeyValue("error_id", errorId)
                .log("request failed");
        return Problem.of(500, "internal-error", "Something went wrong here", "see the service's log for " + errorId)
                .with("errorId", errorId)
                .toResponse();
    }
}
