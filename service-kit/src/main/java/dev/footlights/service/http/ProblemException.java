package dev.footlights.service.http;

/** Ends a request with a {@link Problem}. It is an expected outcome, so it carries no stack trace. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title() + problem.detail().map(detail -> ": " + detail).orElse(""), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
