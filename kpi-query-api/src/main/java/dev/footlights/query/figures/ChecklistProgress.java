package dev.footlights.query.figures;

import dev.footlights.query.onboarding.UnlockDays;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.store.Headcounts;
import dev.footlights.query.store.UnlockCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public Optional<Occasions> occasions(List<String> teams, int enough) {
        return Optional.of(UnlockDays.occasions(teams, parts.checklist(), parts.reportingZone(), enough));
    }

    @Override
    public List<String> sumOf() {
        return parts.checklist();
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
