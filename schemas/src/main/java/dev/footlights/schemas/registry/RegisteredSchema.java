package dev.footlights.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema as one version of a subject.
 *
 * @param subject usually {@code <topic>-value}
 * @param version counted from 1 within the subject
 * @param id the number put in front of each record written with it, unique in the registry
 * @param schema without Java-only properties
 */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
