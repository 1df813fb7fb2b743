package dev.footlights.query.top;

import dev.footlights.query.company.Company;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.TeamDays;
import java.util.List;

/**
 * Whose list of which days.
 *
 * @param company of the team, which decides what is told
 */
public record TopQuestion(Listing listing, String team, Company company, Period period) {
    /** The same of another list. */
    TopQuestion of(Listing other) {
        return new TopQuestion(other, team, company, period);
    }

    /** What is decided about before anything is told of the list. */
    List<TopQuestion> decided() {
        return listing.decided().isEmpty()
                ? List.of(this)
                : listing.decided().stream().map(this::of).toList();
    }

    /** The same of other days. */
    TopQuestion at(Period other) {
        return new TopQuestion(listing, team, company, other);
    }

    TeamDays days() {
        return new TeamDays(List.of(team), period.start(), period.end());
    }

    /** Of the teams beside and above; empty when there are none. */
    List<String> others() {
        return company.teams().stream().filter(each -> !each.equals(team)).toList();
    }
}
