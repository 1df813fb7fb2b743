package dev.footlights.query.templates;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who was at which stage of which template, by team.
 *
 * @param runsOnly whether only runs and how they ended are asked
 * @param enough people who aren't too few
 * @param most rows that are given
 */
record StageCrowds(TeamDays days, Optional<String> template, boolean runsOnly, int enough, int most)
        implements Query<StageCrowds.Been> {
    /**
     * Those of one team at one stage of one template.
     *
     * @param crowd of whom it is known
     * @param anonymous whether some of what was done is nobody's
     */
    record Been(String team, String template, String stage, Crowd crowd, boolean anonymous) {}

    @Override
    public String sql() {
        Stages stages = new Stages(days, template);
        String facts =
                "SELECT toString(team) AS of_team, toString(template) AS of_template, toString(action) AS stage, "
                        + Crowd.expression(Stages.TIMES + " > 0", enough)
                        + " AS crowd, 0 AS anonymous FROM template_facts PREWHERE "
                        + stages.facts() + (runsOnly ? " AND action = '" + Stages.CREATE + "'" : "") + " WHERE "
                        + Stages.TIMES + " > 0 GROUP BY team, template, action";
        String outcomes = "SELECT arrayJoin(teams) AS of_team, template AS of_template, concat('" + Stages.OUTCOME
                + "', outcome) AS stage, " + Crowd.expression("actor != " + StagePeople.NOBODY, enough)
                + " AS crowd, max(actor = " + StagePeople.NOBODY + ") AS anonymous FROM template_outcomes FINAL WHERE "
                + TemplateOutcomes.WITHIN + (template.isPresent() ? " AND template = ?" : "") + " AND of_team IN "
                + Placeholders.in(days.teams().size()) + " GROUP BY of_team, template, outcome";
        return "SELECT * FROM (" + facts + " UNION ALL " + outcomes + ") LIMIT ?" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        template.ifPresent(values::add);
        values.add(days.begin().getEpochSecond());
        values.add(days.end().getEpochSecond());
        template.ifPresent(values::add);
        values.addAll(days.teams());
        values.add((long) most);
        return values;
    }

    @Override
    public Been row(ResultSet result) throws SQLException {
        return new Been(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                Crowd.parse(result.getString(4)),
                result.getInt(5) == 1);
    }
}
