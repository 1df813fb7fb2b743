package dev.footlights.query.templates;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.items.OverTime;
import dev.footlights.query.period.Period;
import dev.footlights.query.templates.StageCrowds.Been;
import dev.footlights.query.templates.Untold.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Stages of templates of a team, its sisters and the teams above it: each is held against the same stage of the others. */
final class StagesBeside {
    private final Map<String, Place> places = new HashMap<>();
    private final Map<Entry, Crowd> crowds = new HashMap<>();

    /** @param all stages; none where there is no team beside */
    StagesBeside(List<Been> all) {
        all.forEach(this::add);
        all.forEach(this::addNobodys);
        all.stream().filter(Been::ended).forEach(this::addToEnded);
    }

    private void add(Been been) {
        String item = item(been, been.stage());
        been.crowds().forEach((team, crowd) -> crowds.put(new Entry(team, item), crowd));
    }

    /** What is nobody's is of the people of the runs, for all that is known. */
    private void addNobodys(Been been) {
        String runs = item(been, Stages.CREATE);
        String item = item(been, been.stage());
        been.anonymous()
                .forEach(team -> crowds.merge(
                        new Entry(team, item), of(new Entry(team, runs)).orSomebody(), Crowd::and));
    }

    private void addToEnded(Been been) {
        String item = item(been, been.stage());
        String ended = item(been, Stages.ENDED);
        been.crowds()
                .keySet()
                .forEach(team -> crowds.merge(new Entry(team, ended), of(new Entry(team, item)), Crowd::and));
    }

    /**
     * What is withheld of a team, for its own sake or that of others. No item bears on another, so that others' sake matters only where
     * not too few people of the team were.
     *
     * @param times when people came to stages
     */
    Set<Place> withheld(Company company, String team, OverTime times, Period period) {
        Set<Place> withheld = new HashSet<>();
        Set<String> open = new HashSet<>();
        places.forEach((item, place) -> {
            if (company.floor().withholds(of(new Entry(team, item)).people())) {
                withheld.add(place);
            } else {
                open.add(item);
            }
        });
        Map<Entry, Crowd> all = new HashMap<>();
        Map<Entry, Crowd> ofForm = new HashMap<>();
        crowds.forEach((entry, crowd) -> {
            if (open.contains(entry.item())) {
                all.put(entry, crowd);
                if (Stages.isOfForm(at(entry).stage())) {
                    ofForm.put(entry, crowd);
                }
            }
        });
        company.withheld(all, Entry.ofPlaces(times.withheld(period, Entry.people(ofForm)))).stream()
                .filter(entry -> entry.team().equals(team))
                .flatMap(entry -> Optional.ofNullable(places.get(entry.item())).stream())
                .forEach(withheld::add);
        return withheld;
    }

    private Place at(Entry entry) {
        return Objects.requireNonNull(places.get(entry.item()));
    }

    private Crowd of(Entry entry) {
        return crowds.getOrDefault(entry, Crowd.NOBODY);
    }

    private String item(Been been, String stage) {
        String item = TemplateUses.item(been.template(), stage);
        places.putIfAbsent(item, new Place(been.template(), stage));
        return item;
    }
}
