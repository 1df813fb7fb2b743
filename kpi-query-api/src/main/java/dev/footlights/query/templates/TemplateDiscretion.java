package dev.footlights.query.templates;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
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
        return asked.floor().people() <= 1 ? Untold.NOTHING : decide(asked, read(asked, Optional.empty(), true));
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
        boolean alone = asked.company().teams().size() == 1;
        if (!alone && template.isEmpty()) {
            return decide(asked, read(asked, template, false));
        }
        Supplier<Untold> ofRuns = Meanwhile.read(() -> ofRuns(asked));
        List<Been> others = alone ? List.of() : read(asked, template, false);
        return ofRuns.get().and(new StagesBeside(others).withheld(asked.company(), asked.team()));
    }

    private static Untold decide(TemplateQuestion asked, List<Been> been) {
        Company company = asked.company();
        Listing listing = TopList.TEMPLATES.listing();
        Set<String> silent = company.silent(listing.feature(), asked.period());
        Map<Entry, Crowd> runs = new HashMap<>();
        been.stream()
                .filter(each -> each.stage().equals(Stages.CREATE))
                .forEach(each ->
                        each.crowds().forEach((team, crowd) -> runs.put(new Entry(team, each.template()), crowd)));
        Set<Entry> withheld = new HashSet<>(Entry.of(silent, runs.keySet()));
        withheld.addAll(Entry.totals(company.silent(listing.totalOf(), asked.period())));
        Set<Place> places = new HashSet<>(new StagesBeside(been).withheld(company, asked.team()));
        company.withheldOfSums(runs, withheld).stream()
                .filter(entry -> entry.team().equals(asked.team()))
                .forEach(entry -> places.add(new Place(entry.item(), Stages.CREATE)));
        return new Untold(silent.contains(asked.team()), false, places);
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
