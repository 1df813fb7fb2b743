package dev.footlights.service.http;

/** Answers the requests of a route, on a virtual thread, so it may block. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a request.
     *
     * @throws ProblemException for an expected refusal
     * @throws Exception for anything else: logged with an id, and answered 500 with that id only
     */
    Response handle(Request request) throws Exception;
}
