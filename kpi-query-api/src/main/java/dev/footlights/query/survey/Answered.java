package dev.footlights.query.survey;

import dev.footlights.query.company.Crowd;
import dev.footlights.schemas.surveys.Question;
import java.util.HashMap;
import java.util.Map;

/**
 * What a team answered in a period.
 *
 * @param people who answered
 * @param tally of scores; empty for texts
 * @param byScore who gave each
 */
record Answered(long people, Crowd crowd, Tally tally, Map<Integer, Crowd> byScore) {
    Answered {
        byScore = Map.copyOf(byScore);
    }

    static Answered none(Question.Kind kind) {
        return new Answered(0, Crowd.NOBODY, new Tally(kind), Map.of());
    }

    /** With those of a score that wasn't given before. */
    Answered and(ScoreRows.Scored scored) {
        Map<Integer, Crowd> all = new HashMap<>(byScore);
        all.put(scored.score(), scored.crowd());
        return new Answered(
                people + scored.people(), crowd.and(scored.crowd()), tally.and(scored.score(), scored.people()), all);
    }
}
