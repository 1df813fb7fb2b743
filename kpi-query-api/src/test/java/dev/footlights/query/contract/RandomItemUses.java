package dev.footlights.query.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random uses of templates, docs, entities, searches and a plugin, at the times of {@link RandomUses}. */
final class RandomItemUses {
    private static final List<String> TEMPLATES =
            List.of("template:default/a", "template:default/b", "template:other/c");
    private static final List<String> DOCS = List.of(
            "component:default/pay",
            "Component:Default/Pay",
            "/docs/default/component/pay/setup",
            "/docs",
            "/docs/default/api",
            "api:default/x");
    private static final List<String> ENTITIES = List.of(
            "component:default/pay",
            "/catalog/Default/Component/Pay/ci",
            "/catalog/default/component/pay",
            "/catalog",
            "system:default/shop",
            "no ref");
    private static final List<String> TERMS = List.of("alpha", "beta", "=gamma");
    private static final List<String> FORM = List.of("open", "step-1", "step-2", "restart");
    private static final List<String> CATALOG = List.of("software-catalog", "ci-cd");

    private RandomItemUses() {}

    static List<ItemUse> of(Random random, int count) {
        List<ItemUse> uses = new ArrayList<>();
        for (Use when : RandomUses.of(random, count)) {
            ItemUse use = use(random, when.actor(), when.at(), when.teams().toArray(String[]::new));
            uses.add(use);
            if (use.use().searches() > 0) {
                uses.add(ItemUse.searched(use));
            }
        }
        return uses;
    }

    private static ItemUse use(Random random, int actor, Instant when, String[] teams) {
        String at = when.toString();
        return switch (random.nextInt(9)) {
            case 0 -> ItemUse.run(actor, at, one(random, TEMPLATES), random.nextInt(90_000_000), teams);
            case 1 -> ItemUse.act(actor, at, "templates", one(random, FORM), one(random, TEMPLATES), teams);
            case 2 -> ItemUse.view(actor, at, "techdocs", one(random, DOCS), teams);
            case 3 -> ItemUse.view(actor, at, one(random, CATALOG), one(random, ENTITIES), teams);
            case 4 -> ItemUse.act(actor, at, "techdocs", "not-found", one(random, DOCS), teams);
            case 5 -> ItemUse.act(actor, at, "search", "discover-1", one(random, ENTITIES), teams);
            case 6 -> ItemUse.again(actor, at, "techdocs", one(random, DOCS), teams);
            case 7 -> ItemUse.act(actor, at, "my-plugin", "click", "", teams);
            default -> search(random, actor, at, teams);
        };
    }

    /** Whether a term finds something depends on it alone, so that a quarter hour's searches of it end alike. */
    private static ItemUse search(Random random, int actor, String at, String[] teams) {
        String term = one(random, TERMS);
        return ItemUse.search(actor, at, term, !term.equals("beta"), random.nextBoolean(), teams);
    }

    private static String one(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
