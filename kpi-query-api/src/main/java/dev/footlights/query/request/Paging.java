package dev.footlights.query.request;

import dev.footlights.service.http.Request;

/**
 * Which part of a list is asked.
 *
 * @param limit rows of the page
 * @param offset rows before it
 */
public record Paging(int limit, int offset) {
    private static final int MOST_ROWS = 10_000;

    /**
     * Reads limit and offset.
     *
     * @param otherwise rows of a page when the request doesn't say
     */
    public static Paging of(Request request, int otherwise) {
        Parameters parameters = new Parameters(request);
        return new Paging(
                parameters.number("limit", 1, MOST_ROWS, otherwise),
                parameters.number("offset", 0, Integer.MAX_VALUE, 0));
    }
}
