package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** People who opened a template, and as the amount those of them who also ran one. Neither is ever taken back, so no FINAL. */
public record TemplateConversions(List<String> teams, Slots slots) implements Query<FigureRow> {
    public TemplateConversions {
        teams = List.copyOf(teams);
    }

    @Override
    public String sql() {
        return "SELECT team AS in_team, '*' AS of_feature, start, countIf(opened) AS people, countIf(opened AND ran) AS amount,"
                + " people AS base FROM (SELECT team, " + Slots.START_OF_SLOT + " AS start, actor,"
                + " max(action = 'open') AS opened, max(template_runs > 0) AS ran FROM activity_facts WHERE team IN "
                + Placeholders.in(teams.size()) + " AND feature = 'templates' AND " + Slots.WITHIN
                + " AND (action = 'open' OR template_runs > 0) GROUP BY team, start, actor) GROUP BY in_team, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(teams);
        values.addAll(slots.bounds());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
