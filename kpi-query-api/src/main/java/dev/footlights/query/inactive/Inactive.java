package dev.footlights.query.inactive;

import dev.footlights.query.store.RosterTeams.Team;
import dev.footlights.schemas.features.Feature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a team didn't use, and who below it was not there.
 *
 * @param features of the catalogue, in its order
 * @param teams by name
 */
public record Inactive(List<Unused<Feature>> features, List<Unused<Team>> teams) {
    /**
     * Something without use in the asked days.
     *
     * @param lastUse quarter hour of the last use ever; empty when there was none, or when it is withheld
     * @param withheld whether too few people ever used it for their last time to be told
     */
    public record Unused<T>(T what, Optional<Instant> lastUse, boolean withheld) {}

    public Inactive {
        features = List.copyOf(features);
        teams = List.copyOf(teams);
    }
}
