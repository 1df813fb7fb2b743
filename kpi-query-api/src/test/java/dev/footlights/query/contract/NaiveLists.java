package dev.footlights.query.contract;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lists by looping over everything, in the words of their descriptions. Shares nothing with what it checks. */
record NaiveLists(Iterable<ItemUse> uses, ZoneId zone) {
    /** What a list has of one item. */
    static final class Sum {
        long count;
        final Set<Integer> people = new HashSet<>();
        Instant lastUse = Instant.MIN;
        final Map<String, Long> weeks = new TreeMap<>();
        final Map<String, Set<Integer>> peopleOfWeeks = new TreeMap<>();
    }

    /** The items of a list within some days, by name. */
    Map<String, Sum> items(String list, String team, LocalDate from, LocalDate to) {
        Map<String, Sum> items = new TreeMap<>();
        for (ItemUse use : uses) {
            LocalDate day = LocalDate.ofInstant(use.use().at(), zone);
            long amount = amount(list, use);
            String name = name(list, use);
            if (use.use().teams().contains(team)
                    && !day.isBefore(from)
                    && !day.isAfter(to)
                    && used(list, use)
                    && !name.isEmpty()) {
                Sum sum = items.computeIfAbsent(name, absent -> new Sum());
                String week = week(day);
                sum.count += amount;
                sum.lastUse = use.use().at().isAfter(sum.lastUse) ? use.use().at() : sum.lastUse;
                if (amount == 0) {
                    continue;
                }
                sum.people.add(use.use().actor());
                sum.weeks.merge(week, amount, Long::sum);
                sum.peopleOfWeeks
                        .computeIfAbsent(week, absent -> new HashSet<>())
                        .add(use.use().actor());
            }
        }
        items.values().removeIf(sum -> sum.count == 0);
        return items;
    }

    static String week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }

    /** What counts, and coming by again. */
    private static boolean used(String list, ItemUse use) {
        boolean cameBy = use.action().equals("navigate") && use.use().events() > 0;
        boolean docs = use.use().feature().equals("techdocs");
        return amount(list, use) > 0
                || switch (list) {
                    case "pages" -> cameBy;
                    case "docs" -> cameBy && docs;
                    case "entities" -> cameBy && !docs && !use.use().feature().equals("templates");
                    default -> false;
                };
    }

    private static long amount(String list, ItemUse use) {
        boolean docs = use.use().feature().equals("techdocs");
        return switch (list) {
            case "templates" -> use.use().runs();
            case "docs" -> docs ? use.use().views() : 0;
            case "entities" ->
                docs || use.use().feature().equals("templates") ? 0 : use.use().views();
            case "pages" -> use.use().views();
            case "plugins" -> use.use().events();
            case "search-terms" -> use.use().searches();
            case "zero-result-terms" -> use.zeroResultSearches();
            case "not-found-docs" ->
                use.action().equals("not-found") ? use.use().events() : 0;
            default -> throw new IllegalArgumentException(list);
        };
    }

    private static String name(String list, ItemUse use) {
        return switch (list) {
            case "plugins" -> use.use().feature();
            case "docs", "entities" -> ref(use.item());
            case "pages" -> page(use.use().feature(), use.item());
            default -> use.item();
        };
    }

    private static String page(String feature, String item) {
        String ref = ref(item);
        if (ref.isEmpty()) {
            return item;
        }
        String[] parts = ref.split("[:/]", -1);
        return switch (feature) {
            case "techdocs" -> "/docs/" + parts[1] + "/" + parts[0] + "/" + parts[2];
            case "templates" -> "/create/" + parts[0] + "s/" + parts[1] + "/" + parts[2];
            default -> ref;
        };
    }

    /** Of {@code /docs/namespace/kind/name/…}, {@code /catalog/namespace/kind/name/…} or a ref itself; else empty. */
    private static String ref(String item) {
        String[] parts = item.toLowerCase(Locale.ROOT).split("/", -1);
        if (item.startsWith("/docs/") || item.startsWith("/catalog/")) {
            return parts.length < 5 ? "" : parts[3] + ":" + parts[2] + "/" + parts[4];
        }
        return parts.length == 2 && parts[0].split(":", -1).length == 2 ? parts[0] + "/" + parts[1] : "";
    }
}
