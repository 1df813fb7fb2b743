package dev.footlights.query.report;

import dev.footlights.query.report.document.Span;
import java.util.Map;
import java.util.Optional;

/** Links to the page about a report's days and team. */
record StoryLinks(PageLinks page, ReportQuestion about) {
    Optional<Span> to(String view, String text) {
        return to(view, Map.of(), text);
    }

    Optional<Span> to(String view, Map<String, String> more, String text) {
        return page.view(view, about, more).map(link -> Span.link(text, Optional.of(link)));
    }

    /** The text as a link where there is a page, else plain. */
    Span maybe(String view, Map<String, String> more, String text) {
        return Span.link(text, page.view(view, about, more));
    }
}
