package dev.footlights.query.templates;

import dev.footlights.query.company.Company;
import dev.footlights.query.rounds.RoundsByTeam;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.OutcomeCounts;
import dev.footlights.query.store.Slots;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides whether it is told how a team's runs ended. Where the KPIs of all its templates may not be told for the sake of other
 * days, nothing is told of any one: it may be the only one.
 */
record EndingDiscretion(ClickHouse clickHouse, ZoneId reportingZone) {
    /** Whether it isn't told. */
    boolean withholds(TemplateQuestion asked) {
        Company company = asked.company();
        List<String> teams = company.teams();
        Supplier<List<FigureRow>> counts =
                Meanwhile.read(() -> clickHouse.run(new OutcomeCounts(teams, Slots.of(List.of(asked.period())))));
        RoundsByTeam rounds = RoundsByTeam.read(
                clickHouse,
                OutcomeDays.occasions(teams, reportingZone, company.floor().people()),
                company.floor(),
                company.lines());
        Map<String, Long> people = counts.get().stream().collect(Collectors.toMap(FigureRow::team, FigureRow::people));
        return rounds.untold(asked.period(), people).contains(asked.team());
    }
}
