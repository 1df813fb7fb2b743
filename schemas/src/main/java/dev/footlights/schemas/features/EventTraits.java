package dev.footlights.schemas.features;

import dev.footlights.schemas.avro.UsageEvent;

/**
 * What feature rules look at in an event. Absent is the empty string.
 *
 * @param plugin plugin id; of an entity tab or card, the plugin that made it
 * @param extension extension id, or the old frontend's extension name
 * @param route route ref
 * @param path path of a navigate, else empty
 * @param action action
 * @param kind kind of the entity concerned, lower case
 */
public record EventTraits(String plugin, String extension, String route, String path, String action, String kind) {

    public static EventTraits of(UsageEvent event) {
        String extensionId = event.getExtensionId();
        return new EventTraits(
                pluginOf(event.getPluginId(), extensionId),
                extensionId.isEmpty() ? event.getExtension() : extensionId,
                event.getRouteRef(),
                event.getAction().equals("navigate") ? event.getSubject() : "",
                event.getAction(),
                kindOf(event.getEntityRef()));
    }

    /** Since Backstage 1.51 a plugin on an entity page reports "catalog"; its extension id still names it. */
    static String pluginOf(String pluginId, String extensionId) {
        if (!extensionId.startsWith("entity-")) {
            return pluginId;
        }
        int colon = extensionId.indexOf(':');
        if (colon < 0) {
            return pluginId;
        }
        int slash = extensionId.indexOf('/', colon);
        String plugin = extensionId.substring(colon + 1, slash < 0 ? extensionId.length() : slash);
        return plugin.isEmpty() ? pluginId : plugin;
    }

    private static String kindOf(String entityRef) {
        int colon = entityRef.indexOf(':');
        return colon < 0 ? "" : entityRef.substring(0, colon);
    }
}
