package dev.footlights.query.figures;

import java.util.Map;

/** One column of activity divided by another; about the people active in the scope. */
final class ActivityShare implements KpiReader {
    private final RollupReader rollups;
    private final Column amount;
    private final Column base;

    ActivityShare(ReaderParts parts, Column amount, Column base) {
        this.rollups = new RollupReader(parts);
        this.amount = amount;
        this.base = base;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        return Figures.of(
                rollups.read(asked, amount, base), row -> Figure.ratio(row.people(), row.amount(), row.base()));
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public boolean isAboutActivePeople(Asked asked) {
        return rollups.knowsWhoIsPresent(asked);
    }
}
