package dev.footlights.query.top;

import dev.footlights.query.store.Facts;
import dev.footlights.schemas.features.FeatureRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists of what is used most. */
public enum TopList {
    /** Template runs for each template that the scaffolder named. */
    TEMPLATES("item", "template_runs", "action = 'create' AND " + Facts.OF_TEMPLATES, "templates"),
    /** Page views within TechDocs for each entity that the pages document; the list of all docs is no one's. */
    DOCS(Entity.REF, "views", "action = 'navigate' AND feature = 'techdocs'", "techdocs"),
    /** Page views of an entity on whichever of its tabs; its docs and its template form count in the lists of these. */
    ENTITIES(Entity.REF, "views", "action = 'navigate' AND feature NOT IN ('techdocs', 'templates')", FeatureRules.ALL),
    /** Page views for each path; the pages of an entity are together under its ref, as the facts have it. */
    PAGES("item", "views", "action = 'navigate'", FeatureRules.ALL),
    /** Events for each feature; one that isn't in the catalogue is named like its plugin. */
    PLUGINS(Listing.FEATURE, "events", Listing.OF_FEATURES, FeatureRules.ALL),
    /** Searches for each term, trimmed and in lower case. */
    SEARCH_TERMS("item", "searches", "feature = 'search' AND action = 'search'", "search"),
    /** Searches for each term that found nothing. */
    ZERO_RESULT_TERMS("item", "zero_result_searches", "feature = 'search' AND action = 'search'", "search"),
    /** Times somebody came to a documentation page that isn't there, for each page, or its entity when known. */
    NOT_FOUND_DOCS("item", "events", "action = 'not-found'", FeatureRules.ALL);

    /** How an entity is told from an item. */
    private static final class Entity {
        private static final String PART = "lowerUTF8(splitByChar('/', item)[%d])";
        private static final String REF = "multiIf(match(item, '^/(docs|catalog)/[^/]+/[^/]+/[^/]+'), concat("
                + PART.formatted(4) + ", ':', " + PART.formatted(3) + ", '/', " + PART.formatted(5)
                + "), match(item, '^[^/:]+:[^/:]+/[^/]+$'), lowerUTF8(item), '')";
    }

    private final String item;
    private final String amount;
    private final String condition;
    private final String feature;

    TopList(String item, String amount, String condition, String feature) {
        this.item = item;
        this.amount = amount;
        this.condition = condition;
        this.feature = feature;
    }

    public Listing listing() {
        return new Listing(item, amount, condition, feature, this == DOCS ? feature : FeatureRules.ALL);
    }

    /** As in a path. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TopList> of(String text) {
        return Arrays.stream(values()).filter(list -> list.text().equals(text)).findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(TopList::text).toList();
    }
}
