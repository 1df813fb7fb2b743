package dev.footlights.query.store;

import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums over facts and the people behind them.
 *
 * @param scope all features, or single ones
 */
public record ActivitySums(Column amount, Column base, Scope scope, Slots slots) implements Query<FigureRow> {
    @Override
    public String sql() {
        FactScope facts = new FactScope(scope);
        // The sort key begins with what the partition is made of, so revisions of a key never lie in two partitions.
        return "SELECT team AS in_team, " + facts.feature() + " AS of_feature, " + Slots.START_OF_SLOT + " AS start,"
                + " uniqExact(actor) AS people, sum(" + amount.text() + ") AS amount,"
                + " sum(" + base.text() + ") AS base"
                + " FROM " + Facts.LATEST + facts.condition() + " AND " + Slots.WITHIN
                + " GROUP BY in_team, of_feature, start SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(new FactScope(scope).values());
        values.addAll(slots.bounds());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
