package dev.footlights.query.onboarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * What a team's people have unlocked of some features, counted.
 *
 * @param features in order
 * @param roster people of the team now, by pseudonym
 * @param users everyone who has used one of the features in the team, also those who have left it
 */
record Progress(List<String> features, List<String> roster, List<UnlockRows.Person> users) {
    Progress {
        features = List.copyOf(features);
        roster = List.copyOf(roster);
        users = List.copyOf(users);
    }

    /** Features that anybody has used in the team. */
    long unlocked() {
        return features.stream()
                .filter(feature -> users.stream().anyMatch(user -> user.firsts().containsKey(feature)))
                .count();
    }

    /** People of the roster who have unlocked at least one feature. */
    List<UnlockRows.Person> members() {
        Set<String> inRoster = new HashSet<>(roster);
        return users.stream().filter(user -> inRoster.contains(user.actor())).toList();
    }

    /** Features unlocked, added up over the people of the roster. */
    long steps() {
        return members().stream().mapToLong(member -> member.firsts().size()).sum();
    }

    /** People of the roster by the number of features that they have unlocked, from none to all. */
    long[] distribution() {
        long[] people = new long[features.size() + 1];
        List<UnlockRows.Person> members = members();
        members.forEach(member -> people[member.firsts().size()]++);
        people[0] = (long) roster.size() - members.size();
        return people;
    }

    /** People of the roster who have unlocked each feature. */
    long[] people() {
        List<UnlockRows.Person> members = members();
        return features.stream()
                .mapToLong(feature -> members.stream()
                        .filter(member -> member.firsts().containsKey(feature))
                        .count())
                .toArray();
    }

    /** People of the roster who have unlocked the feature at a place. */
    List<String> actorsOf(int place) {
        return members().stream()
                .filter(member -> member.firsts().containsKey(features.get(place)))
                .map(UnlockRows.Person::actor)
                .toList();
    }

    /** People of the roster who have unlocked so many features. */
    List<String> actorsWith(int unlocked) {
        if (unlocked > 0) {
            return members().stream()
                    .filter(member -> member.firsts().size() == unlocked)
                    .map(UnlockRows.Person::actor)
                    .toList();
        }
        Set<String> some = members().stream().map(UnlockRows.Person::actor).collect(Collectors.toSet());
        return roster.stream().filter(actor -> !some.contains(actor)).toList();
    }

    /** When the first person of the roster unlocked a feature, milliseconds. */
    Optional<Long> firstUnlocked(String feature) {
        return members().stream()
                .flatMap(member -> Optional.ofNullable(member.firsts().get(feature)).stream())
                .min(Comparator.naturalOrder());
    }

    /**
     * The mean place of each feature in the order in which the people of the roster unlocked theirs, from 1; features
     * unlocked in the same moment share the mean of their places.
     */
    Map<String, OptionalDouble> places() {
        Map<String, List<Double>> places = new HashMap<>();
        for (UnlockRows.Person member : members()) {
            member.firsts().forEach((feature, at) -> {
                long before = count(member, first -> first < at);
                long same = count(member, first -> first == at.longValue());
                places.computeIfAbsent(feature, key -> new ArrayList<>()).add(before + (same + 1) / 2.0);
            });
        }
        Map<String, OptionalDouble> means = new HashMap<>();
        for (String feature : features) {
            means.put(
                    feature,
                    places.getOrDefault(feature, List.of()).stream()
                            .mapToDouble(Double::doubleValue)
                            .average());
        }
        return means;
    }

    private static long count(UnlockRows.Person member, LongPredicate condition) {
        return member.firsts().values().stream()
                .mapToLong(Long::longValue)
                .filter(condition)
                .count();
    }
}
