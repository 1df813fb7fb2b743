package dev.footlights.query.company;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.items.OverTime;
import dev.footlights.query.items.Uses;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.People;
import dev.footlights.query.privacy.Siblings;
import dev.footlights.query.privacy.Tables;
import dev.footlights.query.privacy.Totals;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Some teams among their sisters and the teams above them. Decides which items of lists are told of them, so that none about
 * too few people is the rest of others: of a team above less the sisters, or of a team's total less its other items. Families
 * are decided from the top down, each without looking at those below, so that the answer is the same whichever team is asked.
 */
public final class Company {
    private static final String ORGANISATION = "org";

    private final Floor floor;
    private final Set<String> asked;
    private final List<Family> families;
    private final Silence silence;
    private final Times times;

    /** Knows of whom nothing is told. */
    public interface Silence {
        /** The cells of these teams, features and periods of which no figure is told. */
        Set<Cell> about(Scope scope, Granularity granularity, List<Period> periods);
    }

    /** Knows when which items were used. */
    public interface Times {
        /** What decides about items of these teams in these periods. */
        OverTime of(Uses uses, List<String> teams, List<Period> periods);
    }

    /** @param families that the asked teams and the teams above them are children of, from the top down */
    public Company(Floor floor, Collection<String> asked, List<Family> families, Silence silence, Times times) {
        this.floor = floor;
        this.asked = Set.copyOf(asked);
        this.families = floor.people() > 1 ? List.copyOf(families) : List.of();
        this.silence = silence;
        this.times = times;
    }

    public Floor floor() {
        return floor;
    }

    /** Whether any team beside the asked ones bears on what is told of them. */
    public boolean hasSisters() {
        return !families.isEmpty();
    }

    /** Every team whose items must be known: the asked ones, their sisters, those above and the sisters of these. */
    public List<String> teams() {
        Set<String> teams = new TreeSet<>(asked);
        teams.addAll(Family.teams(families));
        return List.copyOf(teams);
    }

    /** The cells of {@link #teams} of which nothing is told in some periods. */
    public Set<Cell> silent(List<String> features, Granularity granularity, List<Period> periods) {
        return floor.people() > 1 ? silence.about(new Scope(teams(), features), granularity, periods) : Set.of();
    }

    /** Those of {@link #teams} of which nothing is told in a period. */
    public Set<String> silent(String feature, Period period) {
        return silent(List.of(feature), Granularity.TOTAL, List.of(period)).stream()
                .map(Cell::team)
                .collect(Collectors.toSet());
    }

    /** Decides about items of {@link #teams} in some periods, as they may be asked of all others too; there must be a floor. */
    public OverTime overTime(Uses uses, List<Period> periods) {
        return times.of(uses, teams(), periods);
    }

    /**
     * What is withheld when the items of a team add up to a total.
     *
     * @param crowds whom each entry is about; missing for nobody
     * @param withheld already, for reasons of their own; totals among them, when they aren't told
     */
    public Set<Entry> withheldOfSums(Map<Entry, Crowd> crowds, Set<Entry> withheld) {
        // What is withheld for the sake of the total is taken from the end of the names.
        return withheldOfSums(crowds, withheld, Comparator.reverseOrder(), entry -> false);
    }

    /**
     * The same.
     *
     * @param order of items in which they are withheld for others' sake
     * @param toldElsewhere entries that withholding here is of no use for
     */
    public Set<Entry> withheldOfSums(
            Map<Entry, Crowd> crowds, Set<Entry> withheld, Comparator<String> order, Predicate<Entry> toldElsewhere) {
        Crowds people = Crowds.of(crowds);
        List<String> items = crowds.keySet().stream()
                .map(Entry::item)
                .distinct()
                .sorted(order)
                .toList();
        Set<Entry> all = withFew(crowds, withheld);
        Line<Entry> organisation = new Line<>(
                Entry.all(ORGANISATION),
                items.stream()
                        .map(item -> new Entry(ORGANISATION, item))
                        .filter(entry -> all.contains(entry) || !toldElsewhere.test(entry))
                        .toList());
        return new Tables<>(new Names(toldElsewhere), items, people, floor, lines())
                .withhold(Siblings.withhold(List.of(organisation), people, all, floor));
    }

    /**
     * What is withheld when items are told one by one, and nothing of them together. Lines then cross nowhere, so that what is
     * safe in each of them follows from none.
     *
     * @param crowds whom each entry is about; missing for nobody
     * @param withheld already, for reasons of their own
     */
    public Set<Entry> withheld(Map<Entry, Crowd> crowds, Set<Entry> withheld) {
        Crowds people = new Crowds(crowds);
        Map<String, Set<Entry>> byItem = new HashMap<>();
        withFew(crowds, withheld)
                .forEach(entry -> byItem.computeIfAbsent(entry.item(), item -> new HashSet<>())
                        .add(entry));
        List<Line<String>> lines = lines();
        Set<Entry> all = new HashSet<>();
        byItem.forEach((item, some) -> all.addAll(
                Totals.of(floor, lines, team -> new Entry(team, item)).withhold(people, some)));
        return all;
    }

    /** The families as lines in which figures add up. */
    public List<Line<String>> lines() {
        return families.stream().map(Family::line).toList();
    }

    private Set<Entry> withFew(Map<Entry, Crowd> crowds, Set<Entry> withheld) {
        Set<Entry> few = new HashSet<>(withheld);
        crowds.forEach((entry, crowd) -> {
            if (floor.withholds(crowd.people())) {
                few.add(entry);
            }
        });
        return few;
    }

    private record Names(Predicate<Entry> toldElsewhere) implements Tables.Names<Entry> {
        @Override
        public Entry of(String team, String item) {
            return new Entry(team, item);
        }

        @Override
        public Entry all(String team) {
            return Entry.all(team);
        }

        @Override
        public boolean isToldElsewhere(Entry entry) {
            return toldElsewhere.test(entry);
        }
    }

    /** Counts people of several entries once each. */
    private record Crowds(Map<Entry, Crowd> crowds) implements People<Entry> {
        /** With the totals, which are about whoever is known to have used any of the items. */
        static Crowds of(Map<Entry, Crowd> crowds) {
            Map<Entry, Set<Long>> totals = new HashMap<>();
            crowds.forEach((entry, crowd) -> totals.computeIfAbsent(Entry.all(entry.team()), all -> new HashSet<>())
                    .addAll(crowd.some()));
            Map<Entry, Crowd> all = new HashMap<>(crowds);
            totals.forEach((entry, people) -> all.put(entry, new Crowd(people)));
            return new Crowds(all);
        }

        @Override
        public long of(Entry entry) {
            return crowds.getOrDefault(entry, Crowd.NOBODY).people();
        }

        @Override
        public long together(Collection<Entry> entries) {
            Set<Long> all = new HashSet<>();
            entries.forEach(
                    entry -> all.addAll(crowds.getOrDefault(entry, Crowd.NOBODY).some()));
            return all.size();
        }
    }
}
