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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides what is told of a team's templates. Runs are told as in the list of them, as they add up to what is told elsewhere;
 * other stages add up to nothing that is, so only teams beside are looked at.
 */
final class TemplateDiscretion {
    private final ClickHouse clickHouse;
    private final int mostRows;

    TemplateDiscretion(ClickHouse clickHouse, int mostRows) {
        this.clickHouse = clickHouse;
        this.mostRows = mostRows;
    }

    /** Of runs and how they ended. */
    Untold ofRuns(TemplateQuestion asked) {
        if (asked.floor().people() <= 1) {
            return Untold.NOTHING;
        }
        Supplier<OverTime> stages = Meanwhile.read(() -> stages(asked));
        return decide(asked, read(asked, Optional.empty(), true), stages);
    }

    /**
     * Of every stage.
     *
     * @param template the only one; all when empty. Its runs are held against those of the others all the same
     */
    Untold ofStages(TemplateQuestion asked, Optional<String> template) {
        if (asked.floor().people() <= 1) {
            return Untold.NOTHING;
        }
        Supplier<OverTime> stages = Meanwhile.read(() -> stages(asked));
        boolean alone = asked.company().teams().size() == 1;
        if (!alone && template.isEmpty()) {
            return decide(asked, read(asked, template, false), stages);
        }
        Supplier<Untold> ofRuns = Meanwhile.read(() -> decide(asked, read(asked, Optional.empty(), true), stages));
        List<Been> others = alone ? List.of() : read(asked, template, false);
        return ofRuns.get()
                .and(new StagesBeside(others).withheld(asked.company(), asked.team(), stages.get(), asked.period()));
    }

    private static OverTime stages(TemplateQuestion asked) {
        return asked.company().overTime(TemplateUses.STAGES, List.of(asked.period()));
    }

    private static Untold decide(TemplateQuestion asked, List<Been> been, Supplier<OverTime> stages) {
        Company company = asked.company();
        Listing listing = TopList.TEMPLATES.listing();
        Supplier<OverTime> runTimes =
                Meanwhile.read(() -> company.overTime(TemplateUses.RUNS, List.of(asked.period())));
        Supplier<Set<Place>> beside = Meanwhile.read(
                () -> new StagesBeside(been).withheld(company, asked.team(), stages.get(), asked.period()));
        Set<String> silent = company.silent(listing.feature(), asked.period());
        Map<Entry, Crowd> runs = new HashMap<>();
        been.stream()
                .filter(each -> each.stage().equals(Stages.CREATE))
                .forEach(each ->
                        each.crowds().forEach((team, crowd) -> runs.put(new Entry(team, each.template()), crowd)));
        Set<Entry> withheld = new HashSet<>(Entry.of(silent, runs.keySet()));
        withheld.addAll(Entry.totals(company.silent(listing.totalOf(), asked.period())));
        withheld.addAll(Entry.ofPlaces(runTimes.get().withheld(asked.period(), Entry.people(runs))));
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
                place -> !stages.get().mayBeCut(TemplateUses.place(asked.team(), place), asked.period()));
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
