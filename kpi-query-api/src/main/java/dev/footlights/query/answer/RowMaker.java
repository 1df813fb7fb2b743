package dev.footlights.query.answer;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Measure;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One row for each period, team and feature, also where there are no figures.
 *
 * @param before of each period the one to compare with; empty when nothing is compared
 * @param headcounts by team, for rates
 */
record RowMaker(
        Valuation valuation,
        List<Period> periods,
        List<Period> before,
        Map<Cell, Figure> now,
        Map<Cell, Figure> then,
        Map<String, Long> headcounts) {

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
        long headcount = headcounts.getOrDefault(team, 0L);
        Figure figure = now.getOrDefault(new Cell(team, feature, period.start()), Figure.NONE);
        boolean compared = !before.isEmpty();
        Figure earlier = compared
                ? then.getOrDefault(new Cell(team, feature, before.get(number).start()), Figure.NONE)
                : Figure.NONE;
        return new Row(
                period.label(),
                period.start(),
                team,
                feature,
                valuation.value(figure, headcount),
                compared ? valuation.value(earlier, headcount) : null,
                valuation.withholds(figure),
                compared && valuation.withholds(earlier),
                period.partial(),
                valuation.measure() == Measure.ADOPTION_RATE ? OptionalLong.of(headcount) : OptionalLong.empty());
    }
}
