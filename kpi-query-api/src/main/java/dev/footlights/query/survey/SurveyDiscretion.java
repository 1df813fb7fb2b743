package dev.footlights.query.survey;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.HiddenCounts;
import dev.footlights.query.rounds.RoundsByTeam;
import dev.footlights.schemas.surveys.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what is told of answers to a question: nothing of fewer people than the floor, nor what would tell it, be it beside
 * it in a distribution or a trend, or of a team beside.
 */
record SurveyDiscretion(Company company, Question.Kind kind, RoundsByTeam rounds) {
    private static final String ANSWERS = "answers";

    /** Those of a team in one period. */
    static Entry answers(String team) {
        return new Entry(team, ANSWERS);
    }

    /** Those of one score. */
    static Entry score(String team, int score) {
        return new Entry(team, "score " + score);
    }

    /** Those of one period of several. */
    static Entry period(String team, Period period) {
        return new Entry(team, period.start().toString());
    }

    /**
     * Of the answers of one period and their scores.
     *
     * @param answered by team
     */
    Set<Entry> withheld(Map<String, Answered> answered, Period period) {
        Map<Entry, Crowd> crowds = new HashMap<>();
        Set<Entry> withheld = new HashSet<>();
        answered.forEach((team, answers) -> {
            crowds.put(answers(team), answers.crowd());
            answers.byScore().forEach((score, crowd) -> crowds.put(score(team, score), crowd));
            if (kind == Question.Kind.FIVE_POINT) {
                boolean[] hidden = HiddenCounts.distribution(answers.tally().people(), company.floor());
                for (int place = 0; place < hidden.length; place++) {
                    if (hidden[place]) {
                        withheld.add(score(team, place + kind.lowest()));
                    }
                }
            }
        });
        withheld.addAll(Entry.of(rounds.untold(period, people(answered)), crowds.keySet()));
        return company.withheld(crowds, withheld);
    }

    /**
     * Of the answers of several periods, whose sum may be known.
     *
     * @param answered by team and start
     */
    Set<Entry> withheld(Map<String, Map<Instant, Answered>> answered, List<Period> periods) {
        Map<Entry, Crowd> crowds = new HashMap<>();
        Set<Entry> withheld = new HashSet<>();
        answered.forEach((team, byStart) -> {
            Function<Period, Answered> of = period -> byStart.getOrDefault(period.start(), Answered.none(kind));
            boolean[] hidden = HiddenCounts.siblings(
                    periods.stream()
                            .mapToLong(period -> of.apply(period).people())
                            .toArray(),
                    company.floor());
            for (int place = 0; place < hidden.length; place++) {
                Period period = periods.get(place);
                crowds.put(period(team, period), of.apply(period).crowd());
                if (hidden[place]) {
                    withheld.add(period(team, period));
                }
            }
        });
        for (Period period : periods) {
            Map<String, Answered> then = new HashMap<>();
            answered.forEach(
                    (team, byStart) -> then.put(team, byStart.getOrDefault(period.start(), Answered.none(kind))));
            rounds.untold(period, people(then)).forEach(team -> withheld.add(period(team, period)));
        }
        return company.withheld(crowds, withheld);
    }

    private static Map<String, Long> people(Map<String, Answered> answered) {
        Map<String, Long> people = new HashMap<>();
        answered.forEach((team, answers) -> people.put(team, answers.people()));
        return people;
    }
}
