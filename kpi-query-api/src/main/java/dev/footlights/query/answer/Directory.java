package dev.footlights.query.answer;

import dev.footlights.query.privacy.EverUsed;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.RosterTeams;
import dev.footlights.query.store.UsedScopes;
import dev.footlights.schemas.features.Feature;
import dev.footlights.schemas.features.FeatureRules;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The teams and features there are.
 *
 * @param rosterTeams of the catalog, also those that have left it
 * @param usedTeams of which somebody ever used something
 * @param features of the catalogue, in its order
 * @param usedFeatures that somebody ever used
 * @param everUsed how many people of which team ever used which feature
 */
public record Directory(
        List<RosterTeams.Team> rosterTeams,
        Set<String> usedTeams,
        List<Feature> features,
        Set<String> usedFeatures,
        EverUsed everUsed) {
    /** Everyone. */
    public static final String ORGANISATION = "org";

    /** People without a group. */
    public static final String UNASSIGNED = "unassigned";

    static Directory read(ClickHouse clickHouse, FeatureRules rules, Floor floor) {
        Supplier<List<RosterTeams.Team>> rosterTeams = Meanwhile.read(() -> clickHouse.run(new RosterTeams()));
        Set<String> teams = new TreeSet<>();
        Set<String> features = new TreeSet<>();
        Map<Place, Long> places = new HashMap<>();
        clickHouse.run(new UsedScopes()).forEach(used -> {
            teams.add(used.team());
            features.add(used.feature());
            places.put(new Place(used.team(), used.feature()), used.people());
        });
        features.remove(FeatureRules.ALL);
        return new Directory(rosterTeams.get(), teams, rules.features(), features, new EverUsed(floor, places));
    }

    /** Teams that always have rows when all are asked: the organisation and the active groups. */
    public Set<String> standingTeams() {
        Set<String> standing = new TreeSet<>(Set.of(ORGANISATION));
        rosterTeams.stream().filter(RosterTeams.Team::active).forEach(team -> standing.add(team.team()));
        return standing;
    }

    /** Features that always have rows when all are asked. */
    Set<String> standingFeatures() {
        Set<String> standing = new LinkedHashSet<>();
        features.forEach(feature -> standing.add(feature.id()));
        return standing;
    }

    /** Standing teams, and those with facts. */
    public List<String> allTeams() {
        Set<String> all = new TreeSet<>(standingTeams());
        all.addAll(usedTeams);
        return List.copyOf(all);
    }

    /** Standing features, and those with facts. */
    List<String> allFeatures() {
        Set<String> all = new LinkedHashSet<>(standingFeatures());
        all.addAll(usedFeatures);
        return List.copyOf(all);
    }

    /** Refuses with 404 what there is not. */
    public void check(List<String> teams, List<String> asked) {
        Set<String> known = new TreeSet<>(allTeams());
        known.add(UNASSIGNED);
        rosterTeams.forEach(team -> known.add(team.team()));
        for (String team : teams) {
            if (!known.contains(team)) {
                throw Refusals.unknown("team", team, known);
            }
        }
        Set<String> knownFeatures = new TreeSet<>(allFeatures());
        knownFeatures.add(FeatureRules.ALL);
        knownFeatures.add(FeatureRules.OTHER);
        for (String feature : asked) {
            if (!knownFeatures.contains(feature)) {
                throw Refusals.unknown("feature", feature, knownFeatures);
            }
        }
    }
}
