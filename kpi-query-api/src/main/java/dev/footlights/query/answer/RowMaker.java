package dev.footlights.query.answer;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row for each period, team and feature, also where there are no figures.
 *
 * @param before of each period the one to compare with; empty when nothing is compared
 * @param hidden cells that aren't told for the sake of others
 * @param nothing the figure of a cell that has none
 */
record RowMaker(
        Floor floor,
        List<Period> periods,
        List<Period> before,
        Map<Cell, Figure> figures,
        Set<Cell> hidden,
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
        Cell cell = new Cell(team, feature, period.start());
        Figure figure = figures.getOrDefault(cell, nothing);
        boolean compared = !before.isEmpty();
        Cell cellBefore = compared ? new Cell(team, feature, before.get(number).start()) : cell;
        Figure earlier = compared ? figures.getOrDefault(cellBefore, nothing) : nothing;
        Reason because = reason(figure, hidden.contains(cell));
        boolean withheld = because != null;
        boolean previousWithheld = compared && reason(earlier, hidden.contains(cellBefore)) != null;
        return new Row(
                period.label(),
                period.start(),
                team,
                feature,
                withheld ? null : figure.value(),
                compared && !previousWithheld ? earlier.value() : null,
                because,
                previousWithheld,
                period.partial(),
                figure.headcount());
    }

    /** Why a figure isn't told; null when it is. */
    private @Nullable Reason reason(Figure figure, boolean forOthers) {
        if (floor.withholds(figure.people())) {
            return Reason.FEW_PEOPLE;
        }
        return forOthers ? Reason.NEIGHBOURS : null;
    }
}
