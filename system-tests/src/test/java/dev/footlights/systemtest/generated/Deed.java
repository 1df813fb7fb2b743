package dev.footlights.systemtest.generated;

import java.util.List;
import java.util.Map;

/**
 * One thing done in the portal, before it has a person, a time and an id.
 *
 * @param pauseMillis since the deed before
 * @param fields of the event
 */
record Deed(long pauseMillis, Map<String, Object> fields) {
    static Deed of(long pauseMillis, String action, String subject, Map<String, Object> context) {
        return new Deed(pauseMillis, Map.of("action", action, "subject", subject, "context", context));
    }

    static Deed of(long pauseMillis, String action, String subject, double value, Map<String, Object> context) {
        return new Deed(pauseMillis, Map.of("action", action, "subject", subject, "value", value, "context", context));
    }

    static Map<String, Object> plugin(String id) {
        return Map.of("pluginId", id);
    }

    /** A plugin's tab on an entity page, as the new frontend reports it. */
    static Map<String, Object> entityTab(String plugin) {
        return Map.of(
                "pluginId",
                "catalog",
                "extensionId",
                "entity-content:" + plugin + "/overview",
                "entityRef",
                "component:default/service-1");
    }

    static final List<String> PATHS = List.of(
            "/",
            "/catalog",
            "/catalog/default/component/service-1",
            "/catalog/default/component/service-1/docs/intro",
            "/catalog/default/component/service-2/ci-cd",
            "/catalog/default/api/orders",
            "/docs/default/component/service-1",
            "/create/templates/default/service",
            "/search",
            "/tech-radar",
            "/settings/general",
            "/pagerduty");
}
