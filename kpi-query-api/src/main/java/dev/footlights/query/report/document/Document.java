package dev.footlights.query.report.document;

import java.util.List;

/**
 * A message in sections.
 *
 * @param title of the whole; the subject of a mail
 * @param scope which days and zone every figure is about, unless it says otherwise
 * @param lead the most important sentences
 * @param footer small print
 */
public record Document(
        String title, String scope, List<Span> lead, List<Block> opening, List<Section> sections, List<Block> footer) {
    public Document {
        lead = List.copyOf(lead);
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
        footer = List.copyOf(footer);
    }

    /**
     * A part with a heading.
     *
     * @param id stable name, lower case
     */
    public record Section(String id, String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** The same with other small print. */
    public Document withFooter(List<Block> other) {
        return new Document(title, scope, lead, opening, sections, other);
    }
}
