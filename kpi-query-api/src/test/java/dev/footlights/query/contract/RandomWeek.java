package dev.footlights.query.contract;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A week of an organisation, in the store and as the attacker's facts, by what they are about. */
final class RandomWeek {
    static final List<String> FORM = List.of("open", "step-1", "create");

    private final Random random;
    private final List<ItemUse> uses = new ArrayList<>();
    private final Map<String, LeafFacts> facts = new HashMap<>();
    private final Map<Integer, Set<String>> stages = new HashMap<>();

    RandomWeek(long seed, Tables tables) throws SQLException {
        this.random = new Random(seed);
        tables.team("org", "Everyone", "", true);
        LeafFacts.CHILDREN.forEach((parent, children) -> children.forEach(child -> {
            try {
                tables.team(child, child, parent, true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
        int actor = 0;
        for (String leaf : LeafFacts.LEAVES) {
            String[] teams = LeafFacts.lineage(leaf).toArray(String[]::new);
            int size = 2 + random.nextInt(18);
            boolean reads = random.nextInt(4) > 0;
            boolean searches = random.nextInt(4) > 0;
            for (int person = 0; person < size; person++) {
                actor++;
                tables.person(actor, true, teams);
                act(leaf, actor, teams, reads, searches);
            }
        }
        tables.loadItems(uses);
    }

    LeafFacts about(String list) {
        return facts.computeIfAbsent(list, any -> new LeafFacts());
    }

    private String moment() {
        return "2026-10-%dT%02d:%02d:00Z"
                .formatted(19 + random.nextInt(5), 8 + random.nextInt(9), 15 * random.nextInt(4));
    }

    /**
     * @param reads whether anybody of the team reads docs
     * @param searches whether anybody of it searches
     */
    private void act(String leaf, int actor, String[] teams, boolean reads, boolean searches) {
        for (int item = 0; item < 5; item++) {
            double zeal = 0.9 / (1 + item);
            String template = "template:default/t" + item;
            String doc = "component:default/c" + item;
            String term = "term " + item;
            int stage = 0;
            while (stage < FORM.size() && random.nextDouble() < zeal) {
                String at = "2026-10-%dT10:%02d:00Z".formatted(19 + item, 15 * stage);
                about("funnel").add(leaf, template + " " + FORM.get(stage), actor, 1);
                stages.computeIfAbsent(actor, any -> new HashSet<>()).add(FORM.get(stage));
                if (FORM.get(stage).equals("create")) {
                    uses.add(ItemUse.run(actor, at, template, 0, teams));
                    about("templates").add(leaf, template, actor, 1);
                } else {
                    uses.add(ItemUse.act(actor, at, "templates", FORM.get(stage), template, teams));
                }
                about("plugins").add(leaf, "templates", actor, 1);
                about("onboarding").add(leaf, "templates", actor, 1);
                stage++;
            }
            if (reads && random.nextDouble() < zeal) {
                uses.add(ItemUse.view(actor, moment(), "techdocs", doc, teams));
                about("docs").add(leaf, doc, actor, 1);
                about("pages").add(leaf, doc, actor, 1);
                about("plugins").add(leaf, "techdocs", actor, 1);
                about("onboarding").add(leaf, "techdocs", actor, 1);
            }
            if (searches && random.nextDouble() < zeal) {
                boolean found = item % 2 == 0;
                boolean opened = random.nextBoolean();
                ItemUse search = ItemUse.search(actor, moment(), term, found, opened, teams);
                uses.add(search);
                uses.add(ItemUse.searched(search));
                about("search-terms").add(leaf, term, actor, 1);
                about("searches").add(leaf, "searches", actor, 1);
                about("plugins").add(leaf, "search", actor, 1);
                about("onboarding").add(leaf, "search", actor, 1);
                if (!found) {
                    about("zero-result-terms").add(leaf, term, actor, 1);
                    about("searches").add(leaf, "zeroResults", actor, 1);
                }
                if (opened) {
                    about("searches").add(leaf, "opened", actor, 1);
                }
            }
        }
        Set<String> been = stages.getOrDefault(actor, Set.of());
        for (String stage : FORM) {
            if (!been.contains(stage)) {
                break;
            }
            about("steps").add(leaf, stage, actor, 1);
        }
    }
}
