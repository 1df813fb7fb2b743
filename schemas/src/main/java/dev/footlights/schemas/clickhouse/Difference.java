package dev.footlights.schemas.clickhouse;

/**
 * Two figures that should be equal.
 *
 * @param place what they are about, in words
 * @param expected as worked out from the facts
 * @param found in the table that is checked
 * @param text all of it, in words
 */
public record Difference(String place, long expected, long found, String text) {
    static Difference of(String team, ReconciledCell cell, ReconciledMeasure measure, long facts, long rollups) {
        String feature = cell.feature().equals("*") ? "all features" : "feature " + cell.feature();
        String place = team + ", " + feature + ", " + cell.kind() + " from " + cell.start();
        String text = "%s: %s are %,d in rollups_by_kind and %,d by %s"
                .formatted(place, measure.words(), rollups, facts, measure.sourceWords());
        return new Difference(place, facts, rollups, text);
    }

    static Difference ofLedger(String words, long expected, long found) {
        return new Difference("ledger", expected, found, "ledger: %s (%,d and %,d)".formatted(words, found, expected));
    }
}
