package dev.footlights.query.report.document;

import java.util.List;

/** A piece of a section. */
public sealed interface Block {
    /** Sentences. */
    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        public static Paragraph of(String text) {
            return new Paragraph(List.of(Span.of(text)));
        }
    }

    /** A list of points. */
    record Points(List<List<Span>> points) implements Block {
        public Points {
            points = points.stream().map(List::copyOf).toList();
        }
    }

    /** Something to know before the figures are believed. */
    record Notice(String text) implements Block {}

    /** Figures side by side. */
    record Tiles(List<Tile> tiles) implements Block {
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * One figure.
     *
     * @param note what it is compared with, or why it isn't told
     * @param definition of the KPI
     */
    record Tile(String label, String value, String note, Mood mood, String definition) {}

    /** Whether a change is welcome. */
    enum Mood {
        GOOD,
        BAD,
        PLAIN
    }

    /**
     * Rows and columns.
     *
     * @param columns headings; all but the first hold numbers
     */
    record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A chart.
     *
     * @param alt what it shows, for those who don't see it
     */
    record Picture(Chart chart, String alt) implements Block {}
}
