package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the catalog entity an event concerns. */
final class EntityOfEvent {
    private static final String UNNAMED_KIND = "component";

    private EntityOfEvent() {}

    /**
     * The first of: the context's entityRef, the route parameters kind, namespace and name, the path.
     *
     * @param path of a navigate or not-found, cleaned; else empty
     */
    static Optional<EntityRef> find(Map<String, String> context, Map<String, String> attributes, String path) {
        return fromContext(context).or(() -> fromAttributes(attributes)).or(() -> fromPath(path));
    }

    private static Optional<EntityRef> fromContext(Map<String, String> context) {
        return EntityRef.parse(context.getOrDefault("entityRef", ""), UNNAMED_KIND, EntityRef.DEFAULT_NAMESPACE);
    }

    private static Optional<EntityRef> fromAttributes(Map<String, String> attributes) {
        String kind = attributes.getOrDefault("kind", "");
        String name = attributes.getOrDefault("name", "");
        if (kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        String namespace = attributes.getOrDefault("namespace", "");
        return ref(kind, namespace.isEmpty() ? EntityRef.DEFAULT_NAMESPACE : namespace, name);
    }

    private static Optional<EntityRef> fromPath(String path) {
        List<String> segments = List.of(path.split("/", 7));
        if (segments.size() < 5 || !segments.getFirst().isEmpty()) {
            return Optional.empty();
        }
        return switch (segments.get(1)) {
            case "catalog", "docs" -> ref(segments.get(3), segments.get(2), segments.get(4));
            case "create" ->
                segments.get(2).equals("templates")
                        ? ref("template", segments.get(3), segments.get(4))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<EntityRef> ref(String kind, String namespace, String name) {
        return EntityRef.parse(kind + ":" + namespace + "/" + name, kind, namespace);
    }
}
