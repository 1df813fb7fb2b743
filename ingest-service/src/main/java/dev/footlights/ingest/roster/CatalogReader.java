package dev.footlights.ingest.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.footlights.ingest.identity.EntityRef;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads the groups and users of a Backstage catalog file of one or more YAML documents; other kinds are passed over. */
final class CatalogReader {
    /** When a person joined: a date, or a date and time with offset. */
    static final String JOINED_AT = "footlights.dev/joined-at";

    private static final int LARGEST_FILE = 256 << 20;

    private final ObjectReader reader;

    CatalogReader() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
        this.reader = YAMLMapper.builder(factory).build().readerFor(JsonNode.class);
    }

    /** @throws CatalogException naming the file, the document and what is wrong with it */
    List<CatalogEntity> read(String file, byte[] yaml) throws CatalogException {
        List<CatalogEntity> entities = new ArrayList<>();
        int document = 0;
        try (MappingIterator<JsonNode> documents = reader.readValues(yaml)) {
            while (documents.hasNextValue()) {
                document++;
                entity(documents.nextValue()).ifPresent(entities::add);
            }
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            throw new CatalogException(file + " is not YAML" + where, null);
        } catch (IOException e) {
            throw new CatalogException(file + " can't be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CatalogException(file + ", document " + document + ": " + e.getMessage(), null);
        }
        return entities;
    }

    private static Optional<CatalogEntity> entity(JsonNode document) {
        return switch (document.path("kind").asText()) {
            case "Group" -> Optional.of(group(document));
            case "User" -> Optional.of(user(document));
            default -> Optional.empty();
        };
    }

    private static CatalogEntity.Group group(JsonNode document) {
        EntityRef ref = own(document, EntityRef.GROUP);
        JsonNode spec = document.path("spec");
        String title = document.path("spec").path("profile").path("displayName").asText();
        if (title.isEmpty()) {
            title = document.path("metadata").path("title").asText(ref.name());
        }
        return new CatalogEntity.Group(
                ref,
                title,
                spec.path("type").asText(),
                spec.path("parent").asText().isEmpty()
                        ? Optional.empty()
                        : Optional.of(related(spec.path("parent"), EntityRef.GROUP, ref, "parent")),
                relatedList(spec, "children", EntityRef.GROUP, ref),
                relatedList(spec, "members", EntityRef.USER, ref));
    }

    private static CatalogEntity.User user(JsonNode document) {
        EntityRef ref = own(document, EntityRef.USER);
        String joined =
                document.path("metadata").path("annotations").path(JOINED_AT).asText();
        return new CatalogEntity.User(
                ref,
                relatedList(document.path("spec"), "memberOf", EntityRef.GROUP, ref),
                joined.isEmpty() ? Optional.empty() : Optional.of(instant(joined)));
    }

    private static EntityRef own(JsonNode document, String kind) {
        JsonNode metadata = document.path("metadata");
        String namespace = metadata.path("namespace").asText(EntityRef.DEFAULT_NAMESPACE);
        return EntityRef.parse(
                        kind + ":" + namespace + "/" + metadata.path("name").asText(), kind, namespace)
                .orElseThrow(() -> new IllegalArgumentException(
                        "metadata.name or namespace of a " + kind + " is missing or malformed"));
    }

    private static List<EntityRef> relatedList(JsonNode spec, String field, String kind, EntityRef of) {
        JsonNode list = spec.path(field);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw new IllegalArgumentException("spec." + field + " of a " + of.kind() + " is not a list");
        }
        List<EntityRef> refs = new ArrayList<>();
        list.forEach(entry -> refs.add(related(entry, kind, of, field)));
        return refs;
    }

    /** As in Backstage, a ref without namespace is in the namespace of the entity that names it. */
    private static EntityRef related(JsonNode node, String kind, EntityRef of, String field) {
        return EntityRef.parse(node.asText(), kind, of.namespace())
                .filter(ref -> ref.kind().equals(kind))
                .orElseThrow(() -> new IllegalArgumentException(
                        "spec." + field + " of a " + of.kind() + " holds what is no ref of a " + kind));
    }

    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("annotation " + JOINED_AT + " is neither a date nor a time", e);
        }
    }
}
