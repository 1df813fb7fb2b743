package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.contract.ListsOverTimeAttack.About;
import dev.footlights.query.contract.ListsOverTimeAttack.Act;
import dev.footlights.query.contract.ListsOverTimeAttack.Days;
import dev.footlights.query.contract.ListsOverTimeAttack.Listed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What few people did with something isn't told by lists of other days, of other teams or by other lists. The attacker asks for
 * the lists of every team and every stretch of six days around a Monday, for their trends and for the KPIs they add up to, and solves
 * it all. What a list lacks from which nothing is withheld wasn't used.
 */
class ListsOverTimeDisclosureTest {
    private static final int ITEMS = 4;
    private static final int ORGANISATIONS = Integer.getInteger("footlights.test.lists.trials", 1);

    private static final List<About> ABOUT = List.of(
            new About(
                    "pages",
                    "page-views",
                    List.of("techdocs", "software-catalog", "ci-cd"),
                    List.of(
                            new Listed(
                                    "/api/v1/top/docs",
                                    "item",
                                    "component:default/c",
                                    ListsOverTimeDisclosureTest::isOfDocs),
                            new Listed("/api/v1/top/entities", "item", "component:default/c", act -> !isOfDocs(act)),
                            new Listed(
                                    "/api/v1/top/pages",
                                    "item",
                                    "/docs/default/component/c",
                                    ListsOverTimeDisclosureTest::isOfDocs),
                            new Listed("/api/v1/top/pages", "item", "component:default/c", act -> !isOfDocs(act))),
                    "component:default/c",
                    (act, at, teams) -> List.of(ItemUse.view(act.actor(), at, act.feature(), act.item(), teams))),
            new About(
                    "terms",
                    "searches",
                    List.of("search"),
                    List.of(new Listed("/api/v1/top/search-terms", "item", "term ", act -> true)),
                    "term ",
                    (act, at, teams) -> {
                        ItemUse use = ItemUse.search(act.actor(), at, act.item(), true, false, teams);
                        return List.of(use, ItemUse.searched(use));
                    }),
            new About(
                    "templates",
                    "template-runs",
                    List.of("templates"),
                    List.of(
                            new Listed("/api/v1/top/templates", "item", "template:default/t", act -> true),
                            new Listed("/api/v1/templates", "template", "template:default/t", act -> true)),
                    "template:default/t",
                    (act, at, teams) -> List.of(ItemUse.run(act.actor(), at, act.item(), 0, teams))),
            new About(
                    "forms",
                    "events",
                    List.of("open", "step-1"),
                    List.of(
                            Listed.ofStage("template:default/t", "open", is("open")),
                            Listed.ofStage("template:default/t", "step-1", is("step-1"))),
                    "template:default/t",
                    (act, at, teams) ->
                            List.of(ItemUse.act(act.actor(), at, "templates", act.feature(), act.item(), teams))));

    private static Predicate<Act> is(String feature) {
        return act -> act.feature().equals(feature);
    }

    private static boolean isOfDocs(Act act) {
        return act.feature().equals("techdocs");
    }

    static Stream<Object[]> everything() {
        return ABOUT.stream()
                .flatMap(about -> IntStream.rangeClosed(2, ORGANISATIONS + 1)
                        .mapToObj(seed -> new Object[] {about.name(), seed, about}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void nothingOfFewFollows(String name, int seed, About about) throws Exception {
        // Around the middle of a month, and around its end
        LocalDate monday = LocalDate.of(2026, 10, seed % 2 == 0 ? 12 : 5).plusWeeks(seed % 2 == 0 ? 0 : 4);
        LocalDate first = monday.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
        List<Act> acts = acts(about, new Random(seed));
        ListsOverTimeAttack attack = new ListsOverTimeAttack(about, acts);
        try (ApiUnderTest api = FilledStore.of(
                        "lists_over_time_" + about.name() + "_" + seed,
                        "UTC",
                        tables -> fill(tables, about, acts, first))
                .api(ListsOverTimeAttack.FLOOR, "2026-11-28T12:00:00Z")) {
            for (Days days : ListsOverTimeAttack.stretches()) {
                attack.ask(api, days, first);
            }
        }
        List<String> leaks = attack.leaks();
        int careless = ListsOverTimeAttack.careless(about, acts).leaks().size();
        System.out.printf(
                "%s %d: of %d items of enough people %d are told; %d figures of few followed if only they were withheld.%n",
                about.name(), seed, attack.enough(), attack.told(), careless);
        assertThat(leaks).isEmpty();
        assertThat(attack.told()).isGreaterThan(attack.enough() / 10);
        assertThat(careless).isGreaterThan(100);
    }

    private static List<Act> acts(About about, Random random) {
        List<Act> acts = new ArrayList<>();
        int actor = 0;
        for (String leaf : ListsOverTimeAttack.LEAVES) {
            int regulars = random.nextInt(4) == 0 ? 2 : ListsOverTimeAttack.FLOOR + 1;
            for (int number = 0; number < regulars; number++) {
                actor++;
                for (int day = 0; day < ListsOverTimeAttack.DAYS; day++) {
                    for (String feature : about.features()) {
                        acts.add(new Act(actor, leaf, feature, about.item(0), day));
                    }
                }
            }
            int size = 4 + random.nextInt(12);
            for (int number = 0; number < size; number++) {
                actor++;
                for (int item = 1; item < ITEMS; item++) {
                    for (String feature : about.features()) {
                        if (random.nextInt(item + 1) == 0) {
                            int day = random.nextInt(ListsOverTimeAttack.DAYS);
                            acts.add(new Act(actor, leaf, feature, about.item(item), day));
                            if (random.nextBoolean()) {
                                acts.add(new Act(
                                        actor,
                                        leaf,
                                        feature,
                                        about.item(item),
                                        random.nextInt(ListsOverTimeAttack.DAYS)));
                            }
                        }
                    }
                }
            }
            // What nearly every team has: something that hardly anyone ever used
            for (String feature : about.features()) {
                if (random.nextInt(4) > 0) {
                    acts.add(
                            new Act(actor, leaf, feature, about.item(ITEMS), random.nextInt(ListsOverTimeAttack.DAYS)));
                    acts.add(new Act(
                            actor - 1, leaf, feature, about.item(ITEMS), random.nextInt(ListsOverTimeAttack.DAYS)));
                }
            }
        }
        return List.copyOf(new LinkedHashSet<>(acts));
    }

    private static void fill(Tables tables, About about, List<Act> acts, LocalDate first) throws java.sql.SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team("d1", "One", "org", true);
        tables.team("d2", "Two", "org", true);
        for (String leaf : ListsOverTimeAttack.LEAVES) {
            tables.team(leaf, leaf, ListsOverTimeAttack.parent(leaf), true);
        }
        List<ItemUse> uses = new ArrayList<>();
        for (Act act : acts) {
            String[] teams = {act.leaf(), ListsOverTimeAttack.parent(act.leaf()), "org"};
            String at = first.plusDays(act.day()) + "T10:00:00Z";
            uses.addAll(about.making().uses(act, at, teams));
        }
        tables.loadItems(uses);
    }
}
