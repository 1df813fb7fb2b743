package dev.footlights.query.store;

import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Distinct active people from facts. Not FINAL: an older revision of a fact has the same person.
 *
 * @param scope all features, or single ones
 * @param asAmount whether they are the amount too, which is 0 otherwise
 */
public record ActivePeople(Scope scope, Slots slots, boolean asAmount) implements Query<FigureRow> {
    @Override
    public String sql() {
        FactScope facts = new FactScope(scope);
        return "SELECT team AS in_team, " + facts.feature() + " AS of_feature, " + Slots.START_OF_SLOT + " AS start,"
                + " uniqExact(actor) AS people, " + (asAmount ? "people" : "0") + " AS amount"
                + " FROM activity_facts WHERE " + facts.condition() + " AND " + Slots.WITHIN
                + " GROUP BY in_team, of_feature, start";
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
