package dev.footlights.query.figures;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.ActionSums;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of some actions; about the people active in the scope. */
final class ActionCount implements KpiReader {
    private final ReaderParts parts;
    private final ActiveUsers active;
    private final List<String> actions;
    private final boolean ofTemplates;

    private ActionCount(ReaderParts parts, boolean ofTemplates, List<String> actions) {
        this.parts = parts;
        this.active = new ActiveUsers(parts);
        this.actions = List.copyOf(actions);
        this.ofTemplates = ofTemplates;
    }

    /** Actions of the scaffolder, in the whole of a team's use. */
    static ActionCount ofTemplates(ReaderParts parts, String... actions) {
        return new ActionCount(parts, true, List.of(actions));
    }

    static ActionCount of(ReaderParts parts, String... actions) {
        return new ActionCount(parts, false, List.of(actions));
    }

    @Override
    public Map<Cell, Figure> figures(Asked asked) {
        Map<Cell, Long> events = new HashMap<>();
        for (List<Period> run : Plan.runs(asked.periods())) {
            for (Scope scope : sources(asked.scope())) {
                for (FigureRow row : parts.clickHouse().run(new ActionSums(actions, scope, Slots.of(run)))) {
                    String feature = ofTemplates ? "*" : row.feature();
                    events.put(new Cell(row.team(), feature, row.start()), row.amount());
                }
            }
        }
        Map<Cell, Figure> figures = new HashMap<>();
        active.rows(asked)
                .forEach((cell, row) -> figures.put(cell, Figure.count(row.people(), events.getOrDefault(cell, 0L))));
        return figures;
    }

    private List<Scope> sources(Scope scope) {
        return ofTemplates ? List.of(new Scope(scope.teams(), List.of("templates"))) : scope.parts();
    }
}
