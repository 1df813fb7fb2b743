package dev.footlights.ingest.delivery;

import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.ConfluentAvroSerializer;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.topics.Topics;

/** How each of our topics' values is written. */
record RecordSerializers(
        ConfluentAvroSerializer<UsageEvent> usageEvents,
        ConfluentAvroSerializer<FailedEvent> failedEvents,
        ConfluentAvroSerializer<RosterEntry> roster,
        ConfluentAvroSerializer<TeamEntry> teams) {

    static RecordSerializers of(SchemaRegistry registry) {
        return new RecordSerializers(
                ConfluentAvroSerde.of(registry, Topics.USAGE_EVENTS).serializer(),
                ConfluentAvroSerde.of(registry, Topics.FAILED_EVENTS).serializer(),
                ConfluentAvroSerde.of(registry, Topics.ROSTER).serializer(),
                ConfluentAvroSerde.of(registry, Topics.TEAMS).serializer());
    }

    /**
     * Learns every schema's id, after which the registry isn't needed any more.
     *
     * @throws RegistryException if one is missing
     */
    void learnIds() {
        usageEvents.schemaId(Topics.USAGE_EVENTS.name());
        failedEvents.schemaId(Topics.FAILED_EVENTS.name());
        roster.schemaId(Topics.ROSTER.name());
        teams.schemaId(Topics.TEAMS.name());
    }
}
