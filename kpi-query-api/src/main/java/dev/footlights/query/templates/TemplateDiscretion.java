package dev.footlights.query.templates;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.items.OverTime;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.templates.StageCrowds.Been;
import dev.footlights.query.templates.Untold.Place;
import dev.footlights.query.top.Listing;
import dev.footlights.query.top.TopList;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decides what is told of a team's templates. Runs are told as in the list of them, as they add up to what is told elsewhere;
 * other stages add up to nothing that is, so only teams beside are looked at.
 */
final class TemplateDiscretion {
    private final ClickHouse clickHouse;
    private final int mostRows;
    private final EndingDiscretion endings;

    /** @param mostRows that the asked days may have */
    TemplateDiscretion(ClickHouse clickHouse, int mostRows, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.mostRows = mostRows;
        this.endings = new EndingDiscretion(clickHouse, reportingZone);
    }

    /** Of runs and how they ended. */
    Untold ofRuns(TemplateQuestion asked) {
        return withEndings(asked, times -> decide(asked, read(asked, Optional.empty(), true), times));
    }

    /**
     * Of every stage.
     *
     * @param template the only one; all when empty. Its runs are held against those of the others all the same
     */
    Untold ofStages(TemplateQuestion asked, Optional<String> template) {
        return withEndings(asked, times -> {
            boolean alone = asked.company().teams().size() == 1;
            if (!alone && template.isEmpty()) {
                return decide(asked, read(asked, template, false), times);
            }
            Supplier<Untold> ofRuns = Meanwhile.read(() -> decide(asked, read(asked, Optional.empty(), true), times));
            List<Been> others = alone ? List.of() : read(asked, template, false);
            return ofRuns.get().and(beside(asked, others, times));
        });
    }

    private Untold withEndings(TemplateQuestion asked, Function<Times, Untold> decision) {
        if (asked.floor().people() <= 1) {
            return Untold.NOTHING;
        }
        Supplier<Boolean> withholdsEndings = Meanwhile.read(() -> endings.withholds(asked));
        Untold untold = decision.apply(Times.reading(asked));
        return withholdsEndings.get() ? untold.andEndings() : untold;
    }

    /** When templates were used, which is read meanwhile. */
    private record Times(Supplier<OverTime> runs, Supplier<OverTime> stages) {
        static Times reading(TemplateQuestion asked) {
            return new Times(of(asked, TemplateUses.RUNS), of(asked, TemplateUses.STAGES));
        }

        private static Supplier<OverTime> of(TemplateQuestion asked, TemplateUses uses) {
            return Meanwhile.read(() -> asked.company().overTime(uses, List.of(asked.period())));
        }
    }

    private static Untold decide(TemplateQuestion asked, List<Been> been, Times times) {
        Company company = asked.company();
        Listing listing = TopList.TEMPLATES.listing();
        Supplier<Set<Place>> beside = Meanwhile.read(() -> beside(asked, been, times));
        Set<String> silent = company.silent(listing.feature(), asked.period());
        Map<Entry, Crowd> runs = new HashMap<>();
        been.stream()
                .filter(each -> each.stage().equals(Stages.CREATE))
                .forEach(each ->
                        each.crowds().forEach((team, crowd) -> runs.put(new Entry(team, each.template()), crowd)));
        Set<Entry> withheld = new HashSet<>(Entry.of(silent, runs.keySet()));
        withheld.addAll(Entry.totals(company.silent(listing.totalOf(), asked.period())));
        withheld.addAll(Entry.ofPlaces(times.runs().get().withheld(asked.period(), Entry.people(runs))));
        Set<Place> places = new HashSet<>();
        company.withheldOfSums(runs, withheld).stream()
                .filter(entry ->
                        entry.team().equals(asked.team()) && !entry.item().isEmpty())
                .forEach(entry -> places.add(new Place(entry.item(), Stages.CREATE)));
        places.addAll(beside.get());
        return new Untold(
                silent.contains(asked.team()),
                false,
                places,
                place -> !times.stages().get().mayBeCut(TemplateUses.place(asked.team(), place), asked.period()));
    }

    private static Set<Place> beside(TemplateQuestion asked, List<Been> been, Times times) {
        return new StagesBeside(been)
                .withheld(asked.company(), asked.team(), times.stages().get(), asked.period());
    }

    private List<Been> read(TemplateQuestion asked, Optional<String> template, boolean runsOnly) {
        List<Been> been = clickHouse.run(new StageCrowds(
                asked.of(asked.company().teams()),
                template,
                runsOnly,
                asked.floor().people(),
                mostRows + 1));
        if (been.size() > mostRows) {
            throw Refusals.parameter("from", "makes too many stages of templates of teams; ask for fewer days");
        }
        return been;
    }
}
