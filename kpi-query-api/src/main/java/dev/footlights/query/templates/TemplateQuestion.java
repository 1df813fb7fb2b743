package dev.footlights.query.templates;

import dev.footlights.query.company.Company;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.TeamDays;
import java.util.List;

/**
 * Whose templates of which days.
 *
 * @param company of the team, which decides what is told
 */
public record TemplateQuestion(String team, Company company, Period period) {
    Floor floor() {
        return company.floor();
    }

    TeamDays days() {
        return of(List.of(team));
    }

    /** The same days of other teams. */
    TeamDays of(List<String> teams) {
        return new TeamDays(teams, period.start(), period.end());
    }
}
