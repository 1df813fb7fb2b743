package dev.footlights.query.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A funnel by looping over everything for each person and step. Shares nothing with what it checks. */
record NaiveFunnel(List<ItemUse> uses, String team, LocalDate from, LocalDate to, ZoneId zone) {
    /** The seconds that each person who reached a step waited for it; 0 for the first. */
    List<List<Double>> waits(List<String> steps) {
        List<List<Double>> waits = new ArrayList<>();
        steps.forEach(step -> waits.add(new ArrayList<>()));
        for (int person : people()) {
            Instant before = null;
            for (int step = 0; step < steps.size(); step++) {
                Instant touch = firstTouch(person, steps.get(step));
                if (touch == null || (before != null && touch.isBefore(before))) {
                    break;
                }
                waits.get(step).add(before == null ? 0 : (touch.toEpochMilli() - before.toEpochMilli()) / 1_000.0);
                before = touch;
            }
        }
        return waits;
    }

    private Set<Integer> people() {
        Set<Integer> people = new HashSet<>();
        uses.forEach(use -> people.add(use.use().actor()));
        return people;
    }

    private @Nullable Instant firstTouch(int person, String step) {
        Instant first = null;
        for (ItemUse use : uses) {
            LocalDate day = LocalDate.ofInstant(use.use().at(), zone);
            boolean counts = use.use().actor() == person
                    && use.use().teams().contains(team)
                    && !day.isBefore(from)
                    && !day.isAfter(to)
                    && isOf(use, step);
            if (counts && (first == null || use.use().at().isBefore(first))) {
                first = use.use().at();
            }
        }
        return first;
    }

    private static boolean isOf(ItemUse use, String step) {
        String[] parts = step.split(":", 3);
        return (parts[0].equals("*") || parts[0].equals(use.use().feature()))
                && (parts.length < 2 || parts[1].equals(use.action()))
                && (parts.length < 3 || parts[2].equals(use.item()));
    }
}
