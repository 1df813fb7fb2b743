package dev.footlights.query.figures;

import dev.footlights.query.store.Headcounts;
import dev.footlights.query.store.UnlockCounts;
import java.util.Map;

/**
 * The share of the checklist that a team's people have unlocked at the end of the period; about the people of the roster who
 * have unlocked anything, and measured against everybody of the roster.
 */
final class ChecklistProgress implements KpiReader {
    private final ReaderParts parts;

    ChecklistProgress(ReaderParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean isAboutOthersAndAddsUp() {
        return true;
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<String, Long> headcounts = Headcounts.byTeam(parts.clickHouse());
        return Moments.ofPeople(
                        parts,
                        (teams, moments) -> new UnlockCounts(UnlockCounts.Of.ROSTER, teams, parts.checklist(), moments),
                        (team, row) -> {
                            long headcount = headcounts.getOrDefault(team, 0L);
                            long whole = headcount * parts.checklist().size();
                            return Figure.ratio(row.people(), row.amount(), whole)
                                    .against(headcount);
                        })
                .figures(asked);
    }
}
