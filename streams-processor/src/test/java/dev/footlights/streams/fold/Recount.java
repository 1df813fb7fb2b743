package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.FeatureRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rollups once more, from all events at once, with plain loops over the words of the definitions. */
public final class Recount {
    private final ZoneId zone;
    private final Map<String, long[]> figures = new TreeMap<>();
    private final Map<String, Set<String>> people = new HashMap<>();
    private final FeatureRules rules = FeatureRules.shipped();

    private Recount(ZoneId zone) {
        this.zone = zone;
    }

    /** By kind, start, team and feature; events in the order of arrival, duplicates allowed. */
    public static Map<String, Measures> of(ZoneId zone, List<UsageEvent> arrivals) {
        Recount recount = new Recount(zone);
        Map<String, UsageEvent> once = new LinkedHashMap<>();
        for (UsageEvent event : arrivals) {
            once.putIfAbsent(event.getActor() + event.getEventId(), event);
        }
        List<UsageEvent> events = List.copyOf(once.values());
        recount.countEvents(events);
        recount.countNewcomers(events);
        Map<String, List<UsageEvent>> streams = new LinkedHashMap<>();
        for (UsageEvent event : events) {
            streams.computeIfAbsent(event.getActor() + "/" + event.getImportId(), key -> new ArrayList<>())
                    .add(event);
        }
        for (List<UsageEvent> stream : streams.values()) {
            recount.countViews(stream);
            recount.countSearches(stream);
            recount.countSessions(stream);
        }
        return recount.result();
    }

    private void countEvents(List<UsageEvent> events) {
        for (UsageEvent event : events) {
            boolean run =
                    event.getAction().equals("create") && event.getPluginId().equals("scaffolder");
            boolean interaction = !Set.of("navigate", "search", "not-found", "signIn", "signOut")
                    .contains(event.getAction());
            long saved = run && event.getValue() != null ? Math.round(event.getValue() * 1_000_000) : 0;
            for (String key : keys(event, event.getOccurredAt())) {
                long[] cell = cell(key);
                cell[2]++;
                cell[4] += interaction ? 1 : 0;
                cell[5] += run ? 1 : 0;
                cell[6] += saved;
                if (people.computeIfAbsent(key, any -> new HashSet<>()).add(event.getActor())) {
                    cell[0]++;
                }
            }
        }
    }

    private void countNewcomers(List<UsageEvent> events) {
        Map<String, UsageEvent> first = new HashMap<>();
        for (UsageEvent event : events) {
            for (String team : event.getTeams()) {
                for (String feature : List.of(rules.featureOf(event), "*")) {
                    first.merge(
                            team + "\n" + feature + "\n" + event.getActor(),
                            event,
                            (one, other) -> one.getOccurredAt().isAfter(other.getOccurredAt()) ? other : one);
                }
            }
        }
        first.forEach((scope, event) -> {
            String[] parts = scope.split("\n", -1);
            for (String period : periods(event.getOccurredAt())) {
                cell(period + "|" + parts[0] + "|" + parts[1])[1]++;
            }
        });
    }

    private void countViews(List<UsageEvent> stream) {
        UsageEvent before = null;
        for (UsageEvent event : stream) {
            if (!event.getAction().equals("navigate")) {
                continue;
            }
            if (before == null
                    || !before.getSubject().equals(event.getSubject())
                    || Duration.between(before.getOccurredAt(), event.getOccurredAt())
                                    .toMinutes()
                            >= 30) {
                keys(event, event.getOccurredAt()).forEach(key -> cell(key)[3]++);
            }
            before = event;
        }
    }

    private void countSearches(List<UsageEvent> stream) {
        for (int index = 0; index < stream.size(); index++) {
            UsageEvent event = stream.get(index);
            boolean goesOn = index + 1 < stream.size() && continues(event, stream.get(index + 1));
            if (event.getAction().equals("search") && !goesOn) {
                boolean zero = event.getValue() != null && event.getValue() == 0;
                boolean opened = opened(event, stream.subList(index + 1, stream.size()));
                for (String key : keys(event, event.getOccurredAt())) {
                    cell(key)[7]++;
                    cell(key)[8] += zero ? 1 : 0;
                    cell(key)[9] += opened ? 1 : 0;
                }
            }
        }
    }

    /** Whether the next discover stands before the next search, and happened less than half an hour from this one. */
    private static boolean opened(UsageEvent search, List<UsageEvent> later) {
        for (UsageEvent event : later) {
            if (event.getAction().equals("search")) {
                return false;
            }
            if (event.getAction().equals("discover")) {
                long apart = search.getOccurredAt().toEpochMilli()
                        - event.getOccurredAt().toEpochMilli();
                return -1_800_000 < apart && apart < 1_800_000;
            }
        }
        return false;
    }

    private static boolean continues(UsageEvent event, UsageEvent next) {
        String term = event.getSubject();
        String nextTerm = next.getSubject();
        return next.getAction().equals("search")
                && Duration.between(event.getOccurredAt(), next.getOccurredAt())
                                .abs()
                                .compareTo(Duration.ofSeconds(2))
                        < 0
                && (term.startsWith(nextTerm) || nextTerm.startsWith(term));
    }

    private void countSessions(List<UsageEvent> stream) {
        Map<String, List<UsageEvent>> sessions = new HashMap<>();
        List<UsageEvent> byTime = stream.stream()
                .sorted(Comparator.comparing(UsageEvent::getOccurredAt))
                .toList();
        Instant before = Instant.MIN;
        int number = 0;
        for (UsageEvent event : byTime) {
            if (!event.getSessionId().isEmpty()) {
                sessions.computeIfAbsent("client " + event.getSessionId(), key -> new ArrayList<>())
                        .add(event);
                continue;
            }
            if (before.equals(Instant.MIN)
                    || Duration.between(before, event.getOccurredAt()).toMinutes() >= 30) {
                number++;
            }
            before = event.getOccurredAt();
            sessions.computeIfAbsent("gap " + number, key -> new ArrayList<>()).add(event);
        }
        for (List<UsageEvent> session : sessions.values()) {
            Set<String> scopes = new HashSet<>();
            Set<String> teams = new HashSet<>();
            Set<String> features = new HashSet<>(Set.of("*"));
            for (UsageEvent event : session) {
                teams.addAll(event.getTeams());
                features.add(rules.featureOf(event));
            }
            for (String period : periods(session.getFirst().getOccurredAt())) {
                teams.forEach(team -> features.forEach(feature -> scopes.add(period + "|" + team + "|" + feature)));
            }
            scopes.forEach(key -> cell(key)[10]++);
        }
    }

    private List<String> keys(UsageEvent event, Instant at) {
        List<String> keys = new ArrayList<>();
        for (String period : periods(at)) {
            for (String team : event.getTeams()) {
                keys.add(period + "|" + team + "|" + rules.featureOf(event));
                keys.add(period + "|" + team + "|*");
            }
        }
        return keys;
    }

    private List<String> periods(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalDate monday = day;
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        ZonedDateTime hour = local.withMinute(0).withSecond(0).withNano(0);
        return List.of(
                "hour|" + hour.toInstant(),
                "day|" + day.atStartOfDay(zone).toInstant(),
                "week|" + monday.atStartOfDay(zone).toInstant(),
                "month|" + day.withDayOfMonth(1).atStartOfDay(zone).toInstant());
    }

    private long[] cell(String key) {
        return figures.computeIfAbsent(key, any -> new long[11]);
    }

    private Map<String, Measures> result() {
        Map<String, Measures> result = new TreeMap<>();
        figures.forEach((key, cell) -> result.put(
                key,
                new Measures(
                        cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8], cell[9],
                        cell[10])));
        return result;
    }
}
