package dev.footlights.service.http;

import java.util.Set;

/**
 * Who sent a request.
 *
 * @param name for logs and metrics; never the key itself
 * @param scopes what the caller may do beyond what anyone who is let in may
 */
public record Caller(String name, Set<String> scopes) {
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of());

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Insists on a scope.
     *
     * @throws ProblemException 403 without it
     */
    public void require(String scope) {
        if (!scopes.contains(scope)) {
            throw Problem.of(403, "forbidden", "Not allowed", "this needs the scope " + scope)
                    .exception();
        }
    }
}
