package dev.footlights.query.answer;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.presence.CohortCounts;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.Slots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Who stays: the people of each period of first use, and how many of them were active in each period from it on. */
public final class Retention {
    private final ClickHouse clickHouse;
    private final Answers answers;
    private final Clock clock;

    /** @param clock tells which periods have begun and which are over */
    public Retention(ClickHouse clickHouse, Answers answers, Clock clock) {
        this.clickHouse = clickHouse;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A cohort for each period that has begun.
     *
     * @param asked one team, one feature, and periods in order without a gap
     * @param company of the team, which decides what is told
     */
    public List<Cohort> cohorts(Asked asked, Company company, Directory directory) {
        List<Period> periods = asked.periods().stream()
                .filter(period -> !period.start().isAfter(clock.instant()))
                .toList();
        return periods.isEmpty() ? List.of() : begun(asked.at(periods), company, directory);
    }

    private List<Cohort> begun(Asked asked, Company company, Directory directory) {
        List<Period> periods = asked.periods();
        String team = asked.scope().teams().getFirst();
        Supplier<Set<Cell>> newcomers = Meanwhile.read(() -> answers.untoldNew(asked, directory));
        Supplier<Set<Cell>> silent =
                Meanwhile.read(() -> company.silent(asked.scope().features(), asked.granularity(), periods));
        Map<Entry, Long> people = new HashMap<>();
        Map<Entry, Crowd> crowds = new HashMap<>();
        for (CohortCounts.Counted counted : count(asked, company)) {
            Entry entry = StayDiscretion.entry(counted.team(), counted.cohort(), counted.period());
            people.put(entry, counted.people());
            crowds.put(entry, counted.crowd());
        }
        Set<Entry> withheld = new StayDiscretion(
                        company, periods.stream().map(Period::start).toList())
                .withheld(crowds, silent.get(), newcomers.get());
        List<Cohort> cohorts = new ArrayList<>();
        for (int cohort = 0; cohort < periods.size(); cohort++) {
            Instant first = periods.get(cohort).start();
            List<Cohort.Stay> stays = new ArrayList<>();
            for (int period = cohort; period < periods.size(); period++) {
                Entry entry =
                        StayDiscretion.entry(team, first, periods.get(period).start());
                boolean over = !periods.get(period).end().isAfter(clock.instant());
                stays.add(new Cohort.Stay(
                        period - cohort,
                        withheld.contains(entry) ? null : people.getOrDefault(entry, 0L),
                        periods.get(period).partial() || !over));
            }
            cohorts.add(new Cohort(periods.get(cohort).label(), stays.getFirst().people(), stays));
        }
        return cohorts;
    }

    private List<CohortCounts.Counted> count(Asked asked, Company company) {
        Scope scope = new Scope(company.teams(), asked.scope().features());
        return clickHouse.run(new CohortCounts(
                Presence.of(scope, asked.periods()),
                Slots.of(asked.periods()),
                company.floor().people()));
    }
}
