package dev.footlights.query.templates;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.CrowdsByTeam;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
     * What a team's stage of a template is told apart by, as one number for the reason of {@link Stages#CODE}: of the few
     * thousand there are, no two will have the same of 64 bits.
     */
    private static final String CODE = "bitXor(bitXor(sipHash64(team), sipHash64(template)), sipHash64(action))";

    /**
     * Those at one stage of one template, by team.
     *
     * @param crowds of whom it is known
     * @param anonymous teams of which some of what was done is nobody's
     */
    record Been(String template, String stage, Map<String, Crowd> crowds, Set<String> anonymous) {
        /** Whether tasks completed or failed. */
        boolean ended() {
            return stage.equals(Stages.COMPLETED) || stage.equals(Stages.FAILED);
        }
    }

    @Override
    public String sql() {
        Stages stages = new Stages(days, template);
        String facts = "SELECT " + byTeam().number("any(team)")
                + " AS number, toString(any(template)) AS of_template, toString(any(action)) AS stage, "
                + Crowd.expression(Stages.TIMES + " > 0", enough)
                + " AS crowd, 0 AS anonymous FROM template_facts PREWHERE " + stages.facts()
                + (runsOnly ? " AND action = '" + Stages.CREATE + "'" : "") + " WHERE " + Stages.TIMES
                + " > 0 GROUP BY " + CODE;
        String outcomes = "SELECT " + byTeam().number("of_team")
                + " AS number, template AS of_template, concat('" + Stages.OUTCOME + "', outcome) AS stage, "
                + Crowd.expression("actor != " + StagePeople.NOBODY, enough) + " AS crowd, max(actor = "
                + StagePeople.NOBODY
                + ") AS anonymous FROM (SELECT template, outcome, actor, arrayJoin(teams) AS of_team"
                + " FROM template_outcomes FINAL WHERE " + TemplateOutcomes.WITHIN
                + (template.isPresent() ? " AND template = ?" : "") + " AND of_team IN "
                + Placeholders.in(days.teams().size()) + ") GROUP BY of_team, template, outcome";
        return "SELECT of_template, stage, " + CrowdsByTeam.expression()
                + ", arrayStringConcat(groupArrayIf(toString(number), anonymous = 1), ';') FROM (" + facts
                + " UNION ALL " + outcomes + ") GROUP BY of_template, stage LIMIT ?" + TeamDays.SETTINGS;
    }

    private CrowdsByTeam byTeam() {
        return new CrowdsByTeam(days.teams(), enough);
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.teams());
        values.addAll(days.values());
        template.ifPresent(values::add);
        values.addAll(days.teams());
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
                byTeam().parse(result.getString(3)),
                Arrays.stream(result.getString(4).split(";"))
                        .filter(number -> !number.isEmpty())
                        .map(number -> days.teams().get(Integer.parseInt(number) - 1))
                        .collect(Collectors.toSet()));
    }
}
