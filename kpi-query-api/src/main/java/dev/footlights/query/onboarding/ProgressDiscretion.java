package dev.footlights.query.onboarding;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.privacy.HiddenCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides what is told of progress. The people of all features add up to the steps behind the mean progress, and those of the
 * distribution to the headcount, so they are kept back together until none can be worked out; and beside those of too few
 * people in one team, those of another.
 *
 * @param features how many there are
 * @param silent what isn't told because KPIs don't tell it; they tell all else
 * @param cut what else isn't for reasons of its own
 */
record ProgressDiscretion(Company company, int features, Set<Entry> silent, Set<Entry> cut) {
    /** People of the roster who have unlocked anything. */
    static Entry members(String team) {
        return new Entry(team, "members");
    }

    /** Everyone who has used anything. */
    static Entry users(String team) {
        return new Entry(team, "users");
    }

    /** Those who have unlocked the feature at a place in the order of steps. */
    static Entry feature(String team, int place) {
        return new Entry(team, "feature " + place);
    }

    /** Those who have unlocked so many. */
    static Entry unlocked(String team, int features) {
        return new Entry(team, "unlocked " + features);
    }

    /** What adds up everything that was unlocked of so many features. */
    static List<Entry> inAll(String team, int features) {
        List<Entry> all = new ArrayList<>(List.of(members(team)));
        for (int unlocked = 0; unlocked <= features; unlocked++) {
            all.add(unlocked(team, unlocked));
        }
        return all;
    }

    /** All that is told of a team. */
    static List<Entry> everything(String team, int features) {
        List<Entry> everything = new ArrayList<>(inAll(team, features));
        everything.add(users(team));
        for (int place = 0; place < features; place++) {
            everything.add(feature(team, place));
        }
        return everything;
    }

    /** What isn't told. */
    Set<Entry> withheld(Map<String, Progress> byTeam) {
        Map<Entry, Crowd> crowds = new HashMap<>();
        Set<Entry> withheld = new HashSet<>();
        byTeam.forEach((team, progress) -> {
            crowds.put(members(team), crowd(actors(progress.members())));
            crowds.put(users(team), crowd(actors(progress.users())));
            boolean[] features = HiddenCounts.siblings(progress.people(), company.floor());
            for (int place = 0; place < features.length; place++) {
                crowds.put(feature(team, place), crowd(progress.actorsOf(place)));
                hide(withheld, feature(team, place), features[place]);
            }
            boolean[] distribution = HiddenCounts.distribution(progress.distribution(), company.floor());
            for (int unlocked = 0; unlocked < distribution.length; unlocked++) {
                crowds.put(unlocked(team, unlocked), crowd(progress.actorsWith(unlocked)));
                hide(withheld, unlocked(team, unlocked), distribution[unlocked]);
            }
        });
        withheld.addAll(silent);
        withheld.addAll(cut);
        byTeam.keySet().stream().filter(this::isOneStepSilent).forEach(team -> withheld.add(members(team)));
        Set<Entry> all = company.withheld(crowds, withheld);
        if (company.floor().people() <= 1) {
            return all;
        }
        return new ProgressLines(company, features, byTeam, toldByKpis(byTeam)).close(all);
    }

    /**
     * Who has unlocked a feature is who ever used it, and who has unlocked none may be who was never there. Nobody has unlocked
     * more features than there are that anybody used.
     */
    private Set<Entry> toldByKpis(Map<String, Progress> byTeam) {
        Set<Entry> told = new HashSet<>();
        byTeam.forEach((team, progress) -> {
            long[] people = progress.people();
            int most = features;
            for (int place = 0; place < features; place++) {
                if (!silent.contains(feature(team, place))) {
                    told.add(feature(team, place));
                    most -= people[place] == 0 ? 1 : 0;
                }
            }
            for (int unlocked = most + 1; unlocked <= features; unlocked++) {
                told.add(unlocked(team, unlocked));
            }
            if (!silent.contains(users(team))) {
                told.add(unlocked(team, 0));
            }
        });
        return told;
    }

    /** Then it follows from the mean. */
    private boolean isOneStepSilent(String team) {
        return IntStream.range(0, features)
                        .filter(place -> silent.contains(feature(team, place)))
                        .count()
                == 1;
    }

    private static void hide(Set<Entry> withheld, Entry entry, boolean hidden) {
        if (hidden) {
            withheld.add(entry);
        }
    }

    private static List<String> actors(List<UnlockRows.Person> people) {
        return people.stream().map(UnlockRows.Person::actor).toList();
    }

    private Crowd crowd(Collection<String> actors) {
        return new Crowd(actors.stream()
                .limit(Math.max(1, company.floor().people()))
                .map(actor -> UUID.fromString(actor).getLeastSignificantBits())
                .collect(Collectors.toSet()));
    }
}
