package dev.footlights.query.inactive;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.inactive.Inactive.Unused;
import dev.footlights.query.inactive.LastUses.LastUse;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.RosterTeams.Team;
import dev.footlights.query.store.TeamDays;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.Feature;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what and who is not active. */
public final class InactiveReader {
    private final ClickHouse clickHouse;
    private final Floor floor;

    public InactiveReader(ClickHouse clickHouse, Floor floor) {
        this.clickHouse = clickHouse;
        this.floor = floor;
    }

    /**
     * What had no use.
     *
     * @param days of one team
     * @param silent features of which nothing is told, not even that nobody used them
     */
    public Inactive read(TeamDays days, Directory directory, Map<String, Long> headcounts, Set<String> silent) {
        String team = days.teams().getFirst();
        return new Inactive(features(days, team, directory, silent), teams(days, team, directory, headcounts));
    }

    private List<Unused<Feature>> features(TeamDays days, String team, Directory directory, Set<String> silent) {
        Set<String> used = new HashSet<>(clickHouse.run(new UsedIn(true, days)));
        Map<String, LastUse> lastUses = lastUses(LastUses.ofFeatures(team));
        return directory.features().stream()
                .filter(feature -> !used.contains(feature.id()) && !silent.contains(feature.id()))
                .map(feature -> unused(feature, lastUses.get(feature.id())))
                .toList();
    }

    private List<Unused<Team>> teams(TeamDays days, String team, Directory directory, Map<String, Long> headcounts) {
        List<Team> below = new TeamTree(directory.rosterTeams())
                .below(team).stream()
                        .filter(each -> headcounts.getOrDefault(each.team(), 0L) > 0)
                        .toList();
        if (below.isEmpty()) {
            return List.of();
        }
        List<String> names = below.stream().map(Team::team).toList();
        Set<String> active =
                new HashSet<>(clickHouse.run(new UsedIn(false, new TeamDays(names, days.begin(), days.end()))));
        Map<String, LastUse> lastUses = lastUses(LastUses.ofTeams());
        return below.stream()
                .filter(each -> !active.contains(each.team()))
                .map(each -> unused(each, lastUses.get(each.team())))
                .toList();
    }

    private Map<String, LastUse> lastUses(LastUses query) {
        return clickHouse.run(query).stream().collect(Collectors.toMap(LastUse::scope, Function.identity()));
    }

    private <T> Unused<T> unused(T what, @Nullable LastUse lastUse) {
        if (lastUse == null) {
            return new Unused<>(what, Optional.empty(), false);
        }
        boolean withheld = floor.withholds(lastUse.people());
        return new Unused<>(what, withheld ? Optional.empty() : Optional.of(lastUse.at()), withheld);
    }
}
