package dev.footlights.schemas.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * What we ask of a schema registry. Implementations may be called from any thread; every method may throw a
 * {@link RegistryException}, of which only {@link RegistryUnavailableException} is worth another try.
 */
public interface SchemaRegistry {
    /**
     * The place of a schema among the versions of a subject, without registering it.
     *
     * @throws SchemaNotFoundException when the subject or this schema of it is unknown
     */
    RegisteredSchema lookup(String subject, Schema schema);

    /**
     * Adds a schema to a subject; gives the existing version when it is already there.
     *
     * @throws IncompatibleSchemaException when the subject's compatibility level forbids it
     */
    RegisteredSchema register(String subject, Schema schema);

    /**
     * The schema behind an id found in a record.
     *
     * @throws SchemaNotFoundException when the registry answers that it has no such id
     * @throws InvalidSchemaException when it is there but isn't Avro
     */
    Schema byId(int id);

    /** The newest version of a subject; empty when the subject is unknown. */
    Optional<RegisteredSchema> latest(String subject);

    /** Version numbers of a subject, ascending; empty when the subject is unknown. */
    List<Integer> versions(String subject);

    /** Whether a schema may become the next version of a subject, and if not, why. */
    CompatibilityAnswer checkCompatibility(String subject, Schema schema);

    /** The subject's own level; empty when it has none and the registry's default holds. */
    Optional<CompatibilityLevel> compatibility(String subject);

    /**
     * Sets the subject's own level.
     *
     * @throws SchemaNotFoundException when this registry wants the subject to exist first
     */
    void setCompatibility(String subject, CompatibilityLevel level);

    /** Returns when the registry answers; throws otherwise. For health checks: one try, no retry. */
    void check();
}
