package dev.footlights.query.contract;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts by looping over everything, in the words of the KPIs' definitions. Shares nothing with what it checks. */
record NaiveCount(List<Use> uses, Map<Integer, List<String>> roster, ZoneId zone) {
    /** Which period of which team and feature. */
    record Place(String granularity, String period, String team, String feature, LocalDate from, LocalDate to) {}

    BigDecimal value(String kpi, Place place) {
        return switch (kpi) {
            case "active-users" -> BigDecimal.valueOf(people(place).size());
            case "new-users" ->
                BigDecimal.valueOf(people(place).stream()
                        .filter(actor -> within(first(actor, place), place))
                        .count());
            case "events" -> sum(place, Use::events);
            case "page-views" -> sum(place, Use::views);
            case "interactions" -> sum(place, Use::interactions);
            case "template-runs" -> sum(place, Use::runs);
            case "minutes-saved" -> sum(place, Use::savedMicroMinutes).movePointLeft(6);
            case "searches" -> sum(place, Use::searches);
            default -> throw new IllegalArgumentException(kpi);
        };
    }

    /** Active people of the team's roster, and its headcount. */
    long[] adoption(Place place) {
        Set<Integer> members = new HashSet<>();
        roster.forEach((actor, teams) -> {
            if (teams.contains(place.team())) {
                members.add(actor);
            }
        });
        long headcount = members.size();
        members.retainAll(people(place));
        return new long[] {members.size(), headcount};
    }

    /** What the periods of the days are called. */
    Set<String> periods(String granularity, LocalDate from, LocalDate to) {
        Map<String, Boolean> labels = new TreeMap<>();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        for (Instant at = from.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plusSeconds(900)) {
            labels.put(label(granularity, at, from), true);
        }
        return labels.keySet();
    }

    private interface Amount {
        long of(Use use);
    }

    private BigDecimal sum(Place place, Amount amount) {
        long sum = 0;
        for (Use use : uses) {
            if (inScope(use, place) && within(use.at(), place)) {
                sum += amount.of(use);
            }
        }
        return BigDecimal.valueOf(sum);
    }

    private Set<Integer> people(Place place) {
        Set<Integer> people = new HashSet<>();
        for (Use use : uses) {
            if (inScope(use, place) && within(use.at(), place)) {
                people.add(use.actor());
            }
        }
        return people;
    }

    private Instant first(int actor, Place place) {
        return uses.stream()
                .filter(use -> use.actor() == actor && inScope(use, place))
                .map(Use::at)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static boolean inScope(Use use, Place place) {
        return use.teams().contains(place.team())
                && (place.feature().equals("*") || place.feature().equals(use.feature()));
    }

    private boolean within(Instant at, Place place) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return !day.isBefore(place.from())
                && !day.isAfter(place.to())
                && label(place.granularity(), at, place.from()).equals(place.period());
    }

    private String label(String granularity, Instant at, LocalDate from) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        return switch (granularity) {
            case "hour" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.truncatedTo(ChronoUnit.HOURS));
            case "day" -> day.toString();
            case "week" ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case "month" -> day.withDayOfMonth(1).toString();
            default -> from.toString();
        };
    }
}
