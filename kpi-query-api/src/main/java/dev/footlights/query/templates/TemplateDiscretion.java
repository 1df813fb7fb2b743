package dev.footlights.query.templates;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.templates.StageCrowds.Been;
import dev.footlights.query.templates.Untold.Place;
import dev.footlights.query.top.ItemDiscretion;
import dev.footlights.query.top.TopList;
import dev.footlights.query.top.TopQuestion;
import dev.footlights.query.top.UntoldItems;
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
    private final ItemDiscretion runs;
    private final int mostRows;

    TemplateDiscretion(ClickHouse clickHouse, int mostRows) {
        this.clickHouse = clickHouse;
        this.runs = new ItemDiscretion(clickHouse, mostRows);
        this.mostRows = mostRows;
    }

    /** Of runs and how they ended. */
    Untold ofRuns(TemplateQuestion asked) {
        return decide(asked, Optional.empty(), true);
    }

    /** Of every stage. */
    Untold ofStages(TemplateQuestion asked, Optional<String> template) {
        return decide(asked, template, false);
    }

    private Untold decide(TemplateQuestion asked, Optional<String> template, boolean runsOnly) {
        if (asked.floor().people() <= 1) {
            return new Untold(false, Set.of());
        }
        Supplier<UntoldItems> deciding = Meanwhile.read(() -> runs.untold(
                new TopQuestion(TopList.TEMPLATES.listing(), asked.team(), asked.company(), asked.period())));
        Set<Place> stages = beside(asked, template, runsOnly);
        UntoldItems ofRuns = deciding.get();
        ofRuns.entries().stream()
                .filter(entry -> entry.team().equals(asked.team()))
                .forEach(entry -> stages.add(new Place(entry.item(), Stages.CREATE)));
        return new Untold(ofRuns.silent().contains(asked.team()), stages);
    }

    /** Without teams beside and above nothing is withheld for their sake. */
    private Set<Place> beside(TemplateQuestion asked, Optional<String> template, boolean runsOnly) {
        Company company = asked.company();
        List<String> teams = company.teams();
        if (teams.size() == 1) {
            return new HashSet<>();
        }
        List<Been> all = read(asked, template, runsOnly);
        Map<Entry, Place> places = new HashMap<>();
        Map<Entry, Crowd> crowds = new HashMap<>();
        for (Been been : all) {
            places.put(entry(been, been.stage()), new Place(been.template(), been.stage()));
            crowds.put(entry(been, been.stage()), been.crowd());
        }
        // What is nobody's is of the people of the runs, for all that is known.
        all.stream()
                .filter(Been::anonymous)
                .forEach(been -> crowds.merge(
                        entry(been, been.stage()),
                        crowds.getOrDefault(entry(been, Stages.CREATE), Crowd.NOBODY)
                                .orSomebody(),
                        Crowd::and));
        Set<Place> withheld = new HashSet<>();
        company.withheld(crowds, Set.of()).stream()
                .filter(entry -> entry.team().equals(asked.team()))
                .flatMap(entry -> Optional.ofNullable(places.get(entry)).stream())
                .forEach(withheld::add);
        return withheld;
    }

    private static Entry entry(Been been, String stage) {
        return new Entry(been.team(), been.template() + " " + stage);
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
