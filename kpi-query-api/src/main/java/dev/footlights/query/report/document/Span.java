package dev.footlights.query.report.document;

import java.net.URI;
import java.util.Optional;

/**
 * A stretch of text.
 *
 * @param text as it is, in no markup
 * @param link where it leads
 */
public record Span(String text, boolean strong, Optional<URI> link) {
    public static Span of(String text) {
        return new Span(text, false, Optional.empty());
    }

    public static Span strong(String text) {
        return new Span(text, true, Optional.empty());
    }

    public static Span link(String text, Optional<URI> link) {
        return new Span(text, false, link);
    }
}
