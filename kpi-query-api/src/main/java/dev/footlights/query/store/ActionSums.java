package dev.footlights.query.store;

import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Events of some actions, as the amount. */
public record ActionSums(List<String> actions, Scope scope, Slots slots) implements Query<FigureRow> {
    public ActionSums {
        actions = List.copyOf(actions);
    }

    @Override
    public String sql() {
        return "SELECT team AS in_team, " + new FactScope(scope).feature() + " AS of_feature, " + Slots.START_OF_SLOT
                + " AS start, uniqExact(actor) AS people, sum(events) AS amount, 0 AS base FROM " + Facts.LATEST
                + new FactScope(scope).condition() + " AND " + Slots.WITHIN + " AND action IN "
                + Placeholders.in(actions.size())
                + " GROUP BY in_team, of_feature, start SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(new FactScope(scope).values());
        values.addAll(slots.bounds());
        values.addAll(actions);
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
