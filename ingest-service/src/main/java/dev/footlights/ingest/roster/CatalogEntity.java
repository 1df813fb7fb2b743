package dev.footlights.ingest.roster;

import dev.footlights.ingest.identity.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the roster takes from a catalog. */
sealed interface CatalogEntity {
    /**
     * {@code kind: Group}.
     *
     * @param title display name; the ref's name when there is none
     * @param type spec.type; empty when there is none
     * @param children groups that it says are below it
     * @param members people that it says are in it
     */
    record Group(
            EntityRef ref,
            String title,
            String type,
            Optional<EntityRef> parent,
            List<EntityRef> children,
            List<EntityRef> members)
            implements CatalogEntity {}

    /**
     * {@code kind: User}.
     *
     * @param joinedAt from the annotation {@value CatalogReader#JOINED_AT}
     */
    record User(EntityRef ref, List<EntityRef> memberOf, Optional<Instant> joinedAt) implements CatalogEntity {}
}
