package dev.footlights.query.request;

import dev.footlights.service.http.Problem;
import dev.footlights.service.http.ProblemException;
import java.util.Collection;
import java.util.List;

/** The refusals of the API, each naming what was asked. */
public final class Refusals {
    private static final int LONGEST_ECHO = 100;

    private Refusals() {}

    /** 400: a parameter has a value that it can't have. */
    public static ProblemException parameter(String name, String problem) {
        return Problem.of(400, "invalid-parameter", "A query parameter can't be used", name + " " + problem)
                .with("parameter", name)
                .exception();
    }

    /** 400, with what may have been meant. */
    public static ProblemException parameter(String name, String value, Collection<String> allowed) {
        List<String> near = NearMatches.of(value, allowed);
        return Problem.of(
                        400,
                        "invalid-parameter",
                        "A query parameter can't be used",
                        name + " can't be \"" + echo(value) + "\"" + meant(near))
                .with("parameter", name)
                .with("near", near)
                .exception();
    }

    /** 404: there is no such KPI, team or feature. */
    public static ProblemException unknown(String kind, String value, Collection<String> known) {
        List<String> near = NearMatches.of(value, known);
        return Problem.of(
                        404,
                        "unknown-" + kind,
                        "There is no such " + kind,
                        "no " + kind + " is called \"" + echo(value) + "\"" + meant(near))
                .with("near", near)
                .exception();
    }

    private static String meant(List<String> near) {
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static String echo(String value) {
        return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
    }
}
