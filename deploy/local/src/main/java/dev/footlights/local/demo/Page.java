package dev.footlights.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an event comes from, as both frontend systems name it.
 *
 * @param oldPlugin plugin id in the old system
 * @param routeRef in the old system
 * @param extension in the old system
 * @param newPlugin plugin id in the new system; an entity's tabs all report the catalog
 * @param extensionId in the new system
 */
record Page(String oldPlugin, String routeRef, String extension, String newPlugin, String extensionId) {
    static final Page SHELL = same("root", "unknown", "App", "app/app");
    static final Page HOME = same("home", "unknown", "HomepageCompositionRoot", "page:home");
    static final Page CATALOG = same("catalog", "catalog", "CatalogIndexPage", "page:catalog");
    static final Page ENTITY = same("catalog", "catalog:catalog-entity", "CatalogEntityPage", "page:catalog/entity");
    static final Page SEARCH = same("search", "search", "SearchPage", "page:search");
    static final Page DOCS = same("techdocs", "techdocs:reader-page", "TechDocsReaderPage", "page:techdocs/reader");
    static final Page CREATE = same("scaffolder", "scaffolder", "ScaffolderPage", "page:scaffolder");
    static final Page API_DOCS = same("api-docs", "api-docs", "ApiExplorerPage", "page:api-docs");
    static final Page RADAR = same("tech-radar", "tech-radar", "TechRadarPage", "page:tech-radar");
    static final Page COST = same("cost-insights", "cost-insights", "CostInsightsPage", "page:cost-insights");
    static final Page NOTIFICATIONS = same("notifications", "notifications", "NotificationsPage", "page:notifications");
    static final Page SETTINGS = same("user-settings", "user-settings", "UserSettingsPage", "page:user-settings");
    static final Page KUBERNETES =
            tab("kubernetes", "kubernetes", "EntityKubernetesContent", "entity-content:kubernetes/kubernetes");
    static final Page CI_CD = tab(
            "github-actions", "github-actions", "EntityGithubActionsContent", "entity-content:github-actions/ci-cd");
    static final Page QUALITY =
            tab("sonarqube", "sonarqube", "EntitySonarQubeContentPage", "entity-content:sonarqube/code-quality");
    static final Page DEFINITION =
            tab("api-docs", "api-docs:definition", "EntityApiDefinitionCard", "entity-content:api-docs/definition");

    private static Page same(String plugin, String routeRef, String extension, String extensionId) {
        return new Page(plugin, routeRef, extension, plugin.equals("root") ? "app" : plugin, extensionId);
    }

    private static Page tab(String plugin, String routeRef, String extension, String extensionId) {
        return new Page(plugin, routeRef, extension, "catalog", extensionId);
    }

    /** The context that a frontend gives to an event. */
    Map<String, String> context(Frontend frontend) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("pluginId", frontend == Frontend.NEW ? newPlugin : oldPlugin);
        if (frontend != Frontend.NEW) {
            context.put("routeRef", routeRef);
            context.put("extension", extension);
        }
        if (frontend != Frontend.OLD) {
            context.put("extensionId", extensionId);
        }
        return context;
    }
}
