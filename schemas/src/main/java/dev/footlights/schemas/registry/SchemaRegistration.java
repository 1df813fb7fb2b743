package dev.footlights.schemas.registry;

import dev.footlights.schemas.topics.TopicDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Brings the schemas of the topics into a registry, or tells how far a registry is from having them. */
public final class SchemaRegistration {
    /** Old and new services read each other's records, whichever versions they are. */
    public static final CompatibilityLevel LEVEL = CompatibilityLevel.FULL_TRANSITIVE;

    /** How a subject stands after {@link #register} or at {@link #check}. */
    public enum Standing {
        /** The present schema is its newest version and the level is right. */
        CURRENT,
        /** Has just been registered. */
        REGISTERED,
        /** The present schema is there, but a newer release has registered a newer version. */
        NEWER_EXISTS,
        /** Nothing is registered. */
        MISSING,
        /** The present schema isn't registered, but could be. */
        BEHIND,
        /** The present schema can't be registered beside the versions that are there. */
        INCOMPATIBLE,
        /** The present schema is there, but the compatibility level isn't ours. */
        WRONG_LEVEL;

        /** Whether services of this release can write to the topic. */
        public boolean usable() {
            return this == CURRENT || this == REGISTERED || this == NEWER_EXISTS;
        }
    }

    /**
     * What is to be said about one subject.
     *
     * @param subject its name
     * @param standing how it stands
     * @param detail in words; may be empty
     */
    public record Outcome(String subject, Standing standing, String detail) {}

    private final SchemaRegistry registry;

    public SchemaRegistration(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Sets each subject's level and registers each topic's schema. May be repeated. An incompatible schema is reported and the others
     * go on.
     *
     * @throws RegistryException when the registry is unavailable or refuses us
     */
    public List<Outcome> register(Collection<TopicDefinition<?>> topics) {
        return topics.stream()
                .map(topic -> register(topic.subject(), topic.schema()))
                .toList();
    }

    /**
     * Compares without writing.
     *
     * @throws RegistryException when the registry is unavailable or refuses us
     */
    public List<Outcome> check(Collection<TopicDefinition<?>> topics) {
        return topics.stream()
                .map(topic -> check(topic.subject(), topic.schema()))
                .toList();
    }

    private Outcome register(String subject, Schema schema) {
        boolean levelWasSet = setLevel(subject);
        Outcome before = check(subject, schema);
        if (before.standing() == Standing.CURRENT || before.standing() == Standing.NEWER_EXISTS) {
            return before;
        }
        try {
            RegisteredSchema registered = registry.register(subject, schema);
            if (!levelWasSet) {
                registry.setCompatibility(subject, LEVEL);
            }
            return new Outcome(subject, Standing.REGISTERED, describe(registered));
        } catch (IncompatibleSchemaException e) {
            return new Outcome(subject, Standing.INCOMPATIBLE, String.valueOf(e.getMessage()));
        }
    }

    /** False when the registry takes a level only once the subject has a version. */
    private boolean setLevel(String subject) {
        if (registry.compatibility(subject).equals(Optional.of(LEVEL))) {
            return true;
        }
        try {
            registry.setCompatibility(subject, LEVEL);
            return true;
        } catch (SchemaNotFoundException e) {
            return false;
        }
    }

    private Outcome check(String subject, Schema schema) {
        Optional<RegisteredSchema> latest = registry.latest(subject);
        if (latest.isEmpty()) {
            return new Outcome(subject, Standing.MISSING, "");
        }
        Optional<RegisteredSchema> ours = find(subject, schema);
        if (ours.isEmpty()) {
            CompatibilityAnswer answer = registry.checkCompatibility(subject, schema);
            return answer.compatible()
                    ? new Outcome(subject, Standing.BEHIND, "newest there is " + describe(latest.get()))
                    : new Outcome(subject, Standing.INCOMPATIBLE, String.join("; ", answer.reasons()));
        }
        Optional<CompatibilityLevel> level = registry.compatibility(subject);
        if (!level.equals(Optional.of(LEVEL))) {
            String found = level.map(Enum::name).orElse("the registry's default");
            return new Outcome(subject, Standing.WRONG_LEVEL, "found " + found + ", wanted " + LEVEL);
        }
        return ours.get().version() == latest.get().version()
                ? new Outcome(subject, Standing.CURRENT, describe(ours.get()))
                : new Outcome(
                        subject,
                        Standing.NEWER_EXISTS,
                        "ours is version " + ours.get().version() + ", newest is version "
                                + latest.get().version());
    }

    private Optional<RegisteredSchema> find(String subject, Schema schema) {
        try {
            return Optional.of(registry.lookup(subject, schema));
        } catch (SchemaNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String describe(RegisteredSchema schema) {
        return "version " + schema.version() + ", id " + schema.id();
    }
}
