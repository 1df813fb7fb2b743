package dev.footlights.query.survey;

import dev.footlights.schemas.surveys.Question;
import java.util.stream.LongStream;

/** People by score. */
final class Tally {
    private static final int LAST_DETRACTOR = 6;
    private static final int FIRST_PROMOTER = 9;

    private final Question.Kind kind;
    private final long[] people;

    Tally(Question.Kind kind) {
        this.kind = kind;
        this.people = new long[kind.highest() - kind.lowest() + 1];
    }

    /** From the lowest score to the highest. */
    long[] people() {
        return people.clone();
    }

    /** With more people. */
    Tally and(int score, long more) {
        Tally sum = new Tally(kind);
        System.arraycopy(people, 0, sum.people, 0, people.length);
        sum.people[score - kind.lowest()] += more;
        return sum;
    }

    long answers() {
        return LongStream.of(people).sum();
    }

    /** Mean score, or for NPS the share of promoters (9 and 10) - the share of detractors (0 to 6); there are answers. */
    double value() {
        double sum = 0;
        for (int place = 0; place < people.length; place++) {
            sum += people[place] * weight(place + kind.lowest());
        }
        return sum / answers();
    }

    private double weight(int score) {
        if (kind == Question.Kind.FIVE_POINT) {
            return score;
        }
        if (score >= FIRST_PROMOTER) {
            return 1;
        }
        return score <= LAST_DETRACTOR ? -1 : 0;
    }
}
