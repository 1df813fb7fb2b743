package dev.footlights.query.request;

/**
 * How an answer is laid out.
 *
 * @param limit rows of a page
 * @param offset rows before the page
 */
public record Layout(Order order, int limit, int offset, Format format) {
    /** What the answer is written as. */
    public enum Format {
        JSON,
        CSV
    }
}
