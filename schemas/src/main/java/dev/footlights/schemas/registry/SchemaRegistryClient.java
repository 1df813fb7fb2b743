package dev.footlights.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/**
 * Client of the Confluent schema registry protocol. Opens nothing before its first use, so a service may start while its registry is
 * down. What {@link #lookup} and {@link #byId} found is kept for good, as an id never changes its meaning; at most
 * {@value #CACHED_SCHEMAS} of each.
 */
public final class SchemaRegistryClient implements SchemaRegistry, AutoCloseable {
    static final int CACHED_SCHEMAS = 1_000;
    static final Duration MISSING_FOR = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record SubjectSchema(String subject, Schema schema) {}

    private final RegistryTransport transport;
    private final SingleFlightCache<SubjectSchema, RegisteredSchema> lookups;
    private final SingleFlightCache<Integer, Schema> ids;

    public SchemaRegistryClient(RegistryConfig config) {
        this.transport = new RegistryTransport(config);
        this.lookups = new SingleFlightCache<>(CACHED_SCHEMAS, MISSING_FOR, this::fetch);
        this.ids = new SingleFlightCache<>(CACHED_SCHEMAS, MISSING_FOR, this::fetch);
    }

    @Override
    public RegisteredSchema lookup(String subject, Schema schema) {
        return lookups.get(new SubjectSchema(subject, schema));
    }

    @Override
    public RegisteredSchema register(String subject, Schema schema) {
        transport.post("/subjects/" + encoded(subject) + "/versions", schemaBody(schema));
        lookups.forgetMissing(new SubjectSchema(subject, schema));
        return lookup(subject, schema);
    }

    @Override
    public Schema byId(int id) {
        return ids.get(id);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return unlessMissing(
                () -> registered(subject, transport.get("/subjects/" + encoded(subject) + "/versions/latest")));
    }

    @Override
    public List<Integer> versions(String subject) {
        return unlessMissing(() -> transport.get("/subjects/" + encoded(subject) + "/versions"))
                .map(array -> {
                    List<Integer> versions = new ArrayList<>();
                    array.forEach(version -> versions.add(version.asInt()));
                    return versions.stream().sorted().toList();
                })
                .orElse(List.of());
    }

    @Override
    public CompatibilityAnswer checkCompatibility(String subject, Schema schema) {
        String path = "/compatibility/subjects/" + encoded(subject) + "/versions?verbose=true";
        return unlessMissing(() -> transport.post(path, schemaBody(schema)))
                .map(answer -> {
                    List<String> reasons = new ArrayList<>();
                    answer.path("messages").forEach(message -> reasons.add(message.asText()));
                    return new CompatibilityAnswer(answer.path("is_compatible").asBoolean(), reasons);
                })
                .orElse(CompatibilityAnswer.yes());
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        return unlessMissing(() -> transport.get("/config/" + encoded(subject)))
                .map(answer -> CompatibilityLevel.valueOf(
                        answer.path("compatibilityLevel").asText()));
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        transport.put("/config/" + encoded(subject), JSON.createObjectNode().put("compatibility", level.name()));
    }

    @Override
    public void check() {
        transport.getOnce("/schemas/types");
    }

    @Override
    public void close() {
        transport.close();
    }

    private RegisteredSchema fetch(SubjectSchema wanted) {
        return registered(
                wanted.subject(),
                transport.post("/subjects/" + encoded(wanted.subject()), schemaBody(wanted.schema())));
    }

    private Schema fetch(Integer id) {
        JsonNode answer = transport.get("/schemas/ids/" + id);
        String language = answer.path("schemaType").asText("AVRO");
        if (!language.equals("AVRO")) {
            throw new InvalidSchemaException("schema " + id + " is no Avro schema but " + language, null);
        }
        return SchemaText.parse(answer.path("schema").asText());
    }

    private static RegisteredSchema registered(String subject, JsonNode answer) {
        return new RegisteredSchema(
                subject,
                answer.path("version").asInt(),
                answer.path("id").asInt(),
                SchemaText.parse(answer.path("schema").asText()));
    }

    private static ObjectNode schemaBody(Schema schema) {
        return JSON.createObjectNode().put("schema", SchemaText.text(schema)).put("schemaType", "AVRO");
    }

    private static <V> Optional<V> unlessMissing(Supplier<V> request) {
        try {
            return Optional.of(request.get());
        } catch (SchemaNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
