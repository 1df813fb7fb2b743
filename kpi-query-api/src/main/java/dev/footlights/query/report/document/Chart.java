package dev.footlights.query.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart, apart from how it is drawn. */
public sealed interface Chart {
    /** What stands above it. */
    String title();

    /** Columns in the order of time; the last is the one that it is about. */
    record Columns(String title, List<Column> columns) implements Chart {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column.
     *
     * @param value null when withheld
     * @param text the value in words; empty for none
     */
    record Column(String label, @Nullable Double value, String text) {}

    /** Changes from one week to the next, one below the other. */
    record Changes(String title, List<Change> changes) implements Chart {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** A change. */
    record Change(String label, double before, double now) {}

    /** Shares of a whole, one below the other. */
    record Shares(String title, List<Share> shares) implements Chart {
        public Shares {
            shares = List.copyOf(shares);
        }
    }

    /**
     * A share.
     *
     * @param share from 0 to 1; null when withheld
     */
    record Share(String label, @Nullable Double share, String text) {}
}
