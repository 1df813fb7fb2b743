package dev.footlights.schemas.clickhouse;

import java.util.List;

/**
 * What a reconciliation found.
 *
 * @param teams that were compared
 * @param figures that were compared, zeros of cells that neither side has left out
 * @param differing how many differ
 * @param differences the first of them, at most {@link Reconciliation#MOST_DIFFERENCES}
 */
public record ReconciliationReport(int teams, long figures, long differing, List<Difference> differences) {
    public ReconciliationReport {
        differences = List.copyOf(differences);
    }

    public boolean equal() {
        return differing == 0;
    }

    /** One line for people. */
    public String summary() {
        String compared = "%,d figures of %,d teams compared".formatted(figures, teams);
        if (equal()) {
            return compared + ": all equal.";
        }
        String listed =
                differing > differences.size() ? ", the first %,d are listed".formatted(differences.size()) : "";
        return "%s: %,d differ%s.".formatted(compared, differing, listed);
    }
}
