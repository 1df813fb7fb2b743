package dev.footlights.schemas.registry;

import dev.footlights.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** A registry within the process, gone with it: for topology tests and dry runs. Checks full compatibility whatever the level is. */
public final class InMemoryRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new LinkedHashMap<>();
    private final Map<String, CompatibilityLevel> levels = new LinkedHashMap<>();

    /** A registry that has every schema of the catalogue. */
    public static InMemoryRegistry withCatalogue() {
        InMemoryRegistry registry = new InMemoryRegistry();
        Topics.ALL.forEach(topic -> registry.register(topic.subject(), topic.schema()));
        return registry;
    }

    @Override
    public synchronized RegisteredSchema lookup(String subject, Schema schema) {
        List<Schema> versions = subjects.get(subject);
        if (versions == null) {
            throw new SchemaNotFoundException(SchemaNotFoundException.SUBJECT, "no subject " + subject);
        }
        int index = versions.indexOf(SchemaText.portable(schema));
        if (index < 0) {
            throw new SchemaNotFoundException(SchemaNotFoundException.SCHEMA, "no such schema in " + subject);
        }
        return version(subject, index);
    }

    @Override
    public synchronized RegisteredSchema register(String subject, Schema schema) {
        Schema portable = SchemaText.portable(schema);
        if (!versionsOf(subject).contains(portable)) {
            CompatibilityAnswer answer = checkCompatibility(subject, portable);
            if (!answer.compatible()) {
                throw new IncompatibleSchemaException(subject + ": " + answer.reasons());
            }
            subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(portable);
            if (!schemas.contains(portable)) {
                schemas.add(portable);
            }
        }
        return lookup(subject, portable);
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new SchemaNotFoundException(SchemaNotFoundException.SCHEMA, "no schema " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        List<Schema> versions = versionsOf(subject);
        return versions.isEmpty() ? Optional.empty() : Optional.of(version(subject, versions.size() - 1));
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        return IntStream.rangeClosed(1, versionsOf(subject).size()).boxed().toList();
    }

    @Override
    public synchronized CompatibilityAnswer checkCompatibility(String subject, Schema schema) {
        List<String> reasons = versionsOf(subject).stream()
                .flatMap(old -> FullCompatibility.problems(old, schema).stream())
                .toList();
        return new CompatibilityAnswer(reasons.isEmpty(), reasons);
    }

    @Override
    public synchronized Optional<CompatibilityLevel> compatibility(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    @Override
    public synchronized void setCompatibility(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    @Override
    public void check() {
        // always there
    }

    private List<Schema> versionsOf(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private RegisteredSchema version(String subject, int index) {
        Schema schema = versionsOf(subject).get(index);
        return new RegisteredSchema(subject, index + 1, schemas.indexOf(schema) + 1, schema);
    }
}
