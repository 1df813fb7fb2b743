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
    /**
     * Page views for each path. Those of an entity's pages are together under its ref, those of its docs under the path where they
     * begin, and those of a template's form under the form's.
     */
    PAGES(Entity.PAGE, "views", "action = 'navigate'", FeatureRules.ALL),
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
        private static final String REF_OR = "multiIf(match(item, '^/(docs|catalog)/[^/]+/[^/]+/[^/]+'), concat("
                + PART.formatted(4) + ", ':', " + PART.formatted(3) + ", '/', " + PART.formatted(5)
                + "), match(item, '^[^/:]+:[^/:]+/[^/]+$'), lowerUTF8(item), %s)";
        private static final String REF = REF_OR.formatted("''");
        private static final String PAGE_OF_IT = REF_OR.formatted("item");
        private static final String PAGE_OF_DOCS = at("/docs/\\\\2/\\\\1/\\\\3");
        private static final String PAGE_OF_FORM = at("/create/\\\\1s/\\\\2/\\\\3");
        private static final String PAGE = "multiIf(" + DOCS_ONLY + ", " + PAGE_OF_DOCS + ", " + FORMS_ONLY + ", "
                + PAGE_OF_FORM + ", " + PAGE_OF_IT + ")";

        /** A path made of kind, namespace and name; what is no entity's stays as it is. */
        private static String at(String path) {
            return "replaceRegexpOne(" + PAGE_OF_IT + ", '^([^/:]+):([^/:]+)/([^/]+)$', '" + path + "')";
        }
    }

    private static final String DOCS_ONLY = "feature = 'techdocs'";
    private static final String FORMS_ONLY = "feature = 'templates'";
    private static final String OTHERS_ONLY = "feature NOT IN ('techdocs', 'templates')";

    /** Names entities; nothing for what is none. */
    static final String ENTITY = Entity.REF;

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
        return new Listing(item, amount, condition, feature, this == DOCS ? feature : FeatureRules.ALL, decided());
    }

    /** What is decided about before anything is told: pages of a kind, so that lists which name them differently tell the same. */
    private List<Listing> decided() {
        Listing docs = pages(Entity.PAGE_OF_DOCS, DOCS_ONLY, "techdocs");
        Listing others = pages(Entity.PAGE_OF_IT, OTHERS_ONLY, FeatureRules.ALL);
        return switch (this) {
            case DOCS -> List.of(docs);
            case ENTITIES -> List.of(others);
            case PAGES -> List.of(docs, pages(Entity.PAGE_OF_FORM, FORMS_ONLY, "templates"), others);
            default -> List.of();
        };
    }

    private static Listing pages(String name, String of, String feature) {
        return new Listing(name, "views", "action = 'navigate' AND " + of, feature, feature, List.of());
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
