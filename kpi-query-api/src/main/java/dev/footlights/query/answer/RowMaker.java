package dev.footlights.query.answer;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One row for each period, team and feature, also where there are no figures.
 *
 * @param before of each period the one to compare with; empty when nothing is compared
 * @param nothing the figure of a cell that has none
 */
record RowMaker(
        Floor floor,
        List<Period> periods,
        List<Period> before,
        Map<Cell, Figure> now,
        Map<Cell, Figure> then,
        Figure nothing) {

    List<Row> rows(Scope scope) {
        List<Row> rows = new ArrayList<>();
        for (int number = 0; number < periods.size(); number++) {
            for (String team : scope.teams()) {
                for (String feature : scope.features()) {
                    rows.add(row(number, team, feature));
                }
            }
        }
        return rows;
    }

    private Row row(int number, String team, String feature) {
        Period period = periods.get(number);
        Figure figure = now.getOrDefault(new Cell(team, feature, period.start()), nothing);
        boolean compared = !before.isEmpty();
        Figure earlier = compared
                ? then.getOrDefault(new Cell(team, feature, before.get(number).start()), nothing)
                : nothing;
        boolean withheld = floor.withholds(figure.people());
        boolean previousWithheld = compared && floor.withholds(earlier.people());
        return new Row(
                period.label(),
                period.start(),
                team,
                feature,
                withheld ? null : figure.value(),
                compared && !previousWithheld ? earlier.value() : null,
                withheld,
                previousWithheld,
                period.partial(),
                figure.headcount());
    }
}
