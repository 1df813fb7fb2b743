package dev.footlights.ingest.http;

import dev.footlights.service.http.Problem;
import dev.footlights.service.http.ProblemException;

/** The errors of the routes that take something. */
final class Problems {
    private static final String RETRY_AFTER = "Retry-After";

    private Problems() {}

    static ProblemException mediaType(String accepted) {
        return Problem.of(415, "unsupported-media-type", "The content type is not supported", "send " + accepted)
                .header("Accept-Post", accepted)
                .exception();
    }

    static ProblemException malformed(String detail) {
        return Problem.of(400, "malformed-body", "The body can't be read", detail)
                .exception();
    }

    static ProblemException tooMany(String detail) {
        return Problem.of(413, "too-many-events", "The batch is too large", detail)
                .exception();
    }

    static ProblemException badBatch() {
        return Problem.of(
                        400,
                        "bad-batch",
                        "The import's batch id can't be used",
                        "batch is 1 to 64 letters, digits, dots, dashes and underscores")
                .exception();
    }

    /** Nothing is promised for the request; it may be sent again as it is. */
    static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return Problem.of(503, "unavailable", "Nothing can be taken now; send it again", detail)
                .header(RETRY_AFTER, Integer.toString(retryAfterSeconds))
                .exception();
    }
}
