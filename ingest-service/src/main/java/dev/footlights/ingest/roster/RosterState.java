package dev.footlights.ingest.roster;

import dev.footlights.ingest.event.TopicRecord;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.TeamEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the roster's topics say, by key.
 *
 * @param teams by ref
 * @param people by actor
 */
record RosterState(Map<String, TeamEntry> teams, Map<String, RosterEntry> people) {

    /** Entries to be written. */
    record Changes(List<TeamEntry> teams, List<RosterEntry> people) {
        /** As they are written: teams first, so that nobody is in a team that isn't known. */
        List<TopicRecord<?>> records() {
            List<TopicRecord<?>> records = new ArrayList<>();
            teams.forEach(team -> records.add(TopicRecord.of(team)));
            people.forEach(person -> records.add(TopicRecord.of(person)));
            return records;
        }

        boolean isEmpty() {
            return teams.isEmpty() && people.isEmpty();
        }
    }

    static RosterState empty() {
        return new RosterState(new TreeMap<>(), new TreeMap<>());
    }

    /** How the topics should be for an organisation, {@code org} and {@code unassigned} included. */
    static RosterState of(Organisation organisation, Instant now) {
        RosterState state = empty();
        state.add(new TeamEntry(Teams.ORG, "Organisation", "", "", true, now));
        state.add(new TeamEntry(Teams.UNASSIGNED, "Unassigned", Teams.ORG, "", true, now));
        organisation
                .teams()
                .forEach(team ->
                        state.add(new TeamEntry(team.ref(), team.title(), team.parent(), team.type(), true, now)));
        organisation
                .people()
                .forEach(person -> state.people.put(
                        person.actor(),
                        new RosterEntry(
                                person.actor(),
                                person.ownTeams(),
                                person.attribution().teams(),
                                person.joinedAt().orElse(null),
                                true,
                                now)));
        return state;
    }

    /**
     * What has to be written for the topics to say what the other state says.
     *
     * @param goneAreInactive whether people and teams that it doesn't have are marked as gone; else they are left alone
     * @param now when those are marked
     */
    Changes changesTo(RosterState wanted, boolean goneAreInactive, Instant now) {
        List<TeamEntry> changedTeams = new ArrayList<>();
        wanted.teams.forEach((ref, entry) -> {
            if (!sameTeam(Optional.ofNullable(teams.get(ref)), entry)) {
                changedTeams.add(entry);
            }
        });
        List<RosterEntry> changedPeople = new ArrayList<>();
        wanted.people.forEach((actor, entry) -> {
            if (!samePerson(Optional.ofNullable(people.get(actor)), entry)) {
                changedPeople.add(entry);
            }
        });
        if (goneAreInactive) {
            teams.values().stream()
                    .filter(entry -> entry.getActive() && !wanted.teams.containsKey(entry.getTeam()))
                    .forEach(entry -> changedTeams.add(left(entry, now)));
            people.values().stream()
                    .filter(entry -> entry.getActive() && !wanted.people.containsKey(entry.getActor()))
                    .forEach(entry -> changedPeople.add(left(entry, now)));
        }
        return new Changes(changedTeams, changedPeople);
    }

    /** Once they are written. */
    void apply(Changes changes) {
        changes.teams().forEach(this::add);
        changes.people().forEach(entry -> people.put(entry.getActor(), entry));
    }

    private void add(TeamEntry entry) {
        teams.put(entry.getTeam(), entry);
    }

    private static boolean sameTeam(Optional<TeamEntry> known, TeamEntry wanted) {
        return known.map(entry -> TeamEntry.newBuilder(entry)
                        .setUpdatedAt(wanted.getUpdatedAt())
                        .build())
                .equals(Optional.of(wanted));
    }

    private static boolean samePerson(Optional<RosterEntry> known, RosterEntry wanted) {
        return known.map(entry -> RosterEntry.newBuilder(entry)
                        .setUpdatedAt(wanted.getUpdatedAt())
                        .build())
                .equals(Optional.of(wanted));
    }

    private static TeamEntry left(TeamEntry entry, Instant now) {
        return TeamEntry.newBuilder(entry).setActive(false).setUpdatedAt(now).build();
    }

    private static RosterEntry left(RosterEntry entry, Instant now) {
        return RosterEntry.newBuilder(entry).setActive(false).setUpdatedAt(now).build();
    }
}
