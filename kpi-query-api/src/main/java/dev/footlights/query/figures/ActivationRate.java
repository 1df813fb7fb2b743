package dev.footlights.query.figures;

import dev.footlights.query.onboarding.Activations;
import dev.footlights.query.period.Period;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Share of the people who joined in the period who came to the portal in time; about those whose time is over. */
final class ActivationRate implements KpiReader {
    private final ReaderParts parts;
    private final int days;

    ActivationRate(ReaderParts parts, int days) {
        this.parts = parts;
        this.days = days;
    }

    @Override
    public Figure nothing() {
        return Figure.UNKNOWN;
    }

    @Override
    public boolean isAboutOthersAndAddsUp() {
        return true;
    }

    @Override
    public Optional<Occasions> occasions(List<String> teams, int enough) {
        return Optional.of(Activations.occasions(teams, parts.clock().instant(), days, parts.reportingZone(), enough));
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Figure> figures = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            parts.clickHouse()
                    .run(new Activations(
                            asked.scope().teams(), Slots.of(run), parts.clock().instant(), days, 1))
                    .forEach(joined -> figures.put(
                            new Cell(joined.team(), "*", joined.start()),
                            Figure.ratio(joined.due(), joined.activated(), joined.due())));
        }
        return figures;
    }
}
