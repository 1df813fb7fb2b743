package dev.footlights.query.rounds;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.privacy.Floor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds of what the people of a team do now and then: answer a question, have a template run to its end, join. Of such figures
 * those of one stretch of time can be taken from those of another, so it isn't enough that each is about enough people. Days on
 * which few did it make a round with the days after them, until there are enough; and those that are left at last are of the
 * round before. Figures whose times begin and end between rounds differ by whole rounds, and so by enough people.
 *
 * <p>Weeks aren't looked at, as with people who are active ({@code privacy.Timeline}): who answers late in a small team would
 * keep back all who had answered in time.
 */
final class Rounds {
    private record Round(Instant first, Instant last, Crowd crowd) {
        Round and(Round later) {
            return new Round(first, later.last, crowd.and(later.crowd));
        }

        boolean isCutAt(Instant at) {
            return first.isBefore(at) && !last.isBefore(at);
        }
    }

    private final List<Round> rounds = new ArrayList<>();

    /** @param days in order */
    Rounds(Floor floor, List<Occasions.Day> days) {
        for (Occasions.Day day : days) {
            Round next = new Round(day.first(), day.last(), day.crowd());
            if (!rounds.isEmpty() && floor.withholds(rounds.getLast().crowd().people())) {
                next = rounds.removeLast().and(next);
            }
            rounds.add(next);
        }
        if (rounds.size() > 1 && floor.withholds(rounds.getLast().crowd().people())) {
            Round left = rounds.removeLast();
            rounds.add(rounds.removeLast().and(left));
        }
    }

    /** Whether one lies on both sides of a moment. */
    boolean areCutAt(Instant at) {
        return rounds.stream().anyMatch(round -> round.isCutAt(at));
    }
}
