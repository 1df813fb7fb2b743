package dev.footlights.service.http;

/** Decides who sent a request, before its handler or its body is touched. */
@FunctionalInterface
public interface Authenticator {
    /** Lets everyone in. */
    Authenticator ANYONE = request -> Caller.ANONYMOUS;

    /**
     * Finds the sender.
     *
     * @throws ProblemException 401 when the request carries no acceptable credentials
     */
    Caller authenticate(Request request);
}
