package dev.footlights.query.rounds;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.privacy.Floor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds of what people of a team do now and then: answer a question, have a template's task end, join. What was done in one
 * stretch of time can be taken from that of another, so it isn't enough that each is of enough people. Weeks (or months)
 * of few people make a round with those after them, until there are enough, and those that are left at last are of the round
 * before; a week of enough is divided into days alike. Stretches of time that begin and end between rounds differ by whole rounds, and so by
 * enough people.
 *
 * <p>Unlike with people who are active ({@code privacy.Timeline}), a last week of few doesn't keep back what ends with it: one
 * who answers late in a small team would keep back all who had answered in time.
 */
final class Rounds {
    /** @param days that it may be divided into; none when it may not */
    private record Round(Instant first, Instant last, Crowd crowd, List<Round> days) {
        static Round of(List<Round> days) {
            Round all = days.stream().reduce(Round::and).orElseThrow();
            return new Round(all.first, all.last, all.crowd, days);
        }

        Round and(Round later) {
            return new Round(first, later.last, crowd.and(later.crowd), List.of());
        }

        boolean isOfFew(Floor floor) {
            return floor.withholds(crowd.people());
        }

        boolean isCutAt(Instant at) {
            return first.isBefore(at) && !last.isBefore(at);
        }
    }

    private final List<Round> rounds = new ArrayList<>();

    /**
     * Rounds of all times.
     *
     * @param days in order
     */
    Rounds(Floor floor, List<Day> days, Calendar calendar) {
        Map<LocalDate, List<Round>> units = new LinkedHashMap<>();
        for (Day day : days) {
            LocalDate start = calendar.unit().firstDay(LocalDate.ofInstant(day.first(), calendar.zone()));
            units.computeIfAbsent(start, any -> new ArrayList<>())
                    .add(new Round(day.first(), day.last(), day.crowd(), List.of()));
        }
        List<Round> whole = units.values().stream().map(Round::of).toList();
        for (Round round : together(floor, whole)) {
            rounds.addAll(round.days().isEmpty() ? List.of(round) : together(floor, round.days()));
        }
    }

    /** Takes those of few people together with the ones after them; a round of several can't be divided again. */
    private static List<Round> together(Floor floor, List<Round> parts) {
        List<Round> rounds = new ArrayList<>();
        for (Round part : parts) {
            boolean few = !rounds.isEmpty() && rounds.getLast().isOfFew(floor);
            rounds.add(few ? rounds.removeLast().and(part) : part);
        }
        if (rounds.size() > 1 && rounds.getLast().isOfFew(floor)) {
            Round left = rounds.removeLast();
            rounds.add(rounds.removeLast().and(left));
        }
        return rounds;
    }

    /** Whether one lies on both sides of a moment. */
    boolean areCutAt(Instant at) {
        return rounds.stream().anyMatch(round -> round.isCutAt(at));
    }
}
