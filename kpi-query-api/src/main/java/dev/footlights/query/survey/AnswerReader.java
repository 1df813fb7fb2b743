package dev.footlights.query.survey;

import dev.footlights.query.company.Company;
import dev.footlights.query.period.Period;
import dev.footlights.query.rounds.Calendar;
import dev.footlights.query.rounds.Calendar.Unit;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.rounds.RoundsByTeam;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.surveys.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads who answered a question how.
 *
 * @param enough people who aren't too few
 */
record AnswerReader(ClickHouse clickHouse, String survey, List<String> teams, int enough) {

    /** The rounds in which it was ever answered. */
    RoundsByTeam rounds(Question question, ZoneId zone, Company company) {
        return RoundsByTeam.read(
                clickHouse,
                new Occasions(new AnswerDays(survey, question, teams, zone, enough), Calendar.within(zone, Unit.WEEK)),
                company.floor(),
                company.lines());
    }

    /** By team and start of the period; missing where nobody did. */
    Map<String, Map<Instant, Answered>> read(Question question, List<Period> periods) {
        Map<String, Map<Instant, Answered>> answered = new HashMap<>();
        Slots slots = Slots.of(periods);
        if (question.kind() == Question.Kind.TEXT) {
            clickHouse
                    .run(new TextPeople(survey, question.id(), teams, slots, enough))
                    .forEach(row -> answered.computeIfAbsent(row.team(), any -> new HashMap<>())
                            .put(
                                    row.start(),
                                    new Answered(row.people(), row.crowd(), new Tally(question.kind()), Map.of())));
        } else {
            clickHouse
                    .run(new ScoreRows(survey, question, teams, slots, enough))
                    .forEach(row -> answered.computeIfAbsent(row.team(), any -> new HashMap<>())
                            .merge(
                                    row.start(),
                                    Answered.none(question.kind()).and(row),
                                    (before, one) -> before.and(row)));
        }
        return answered;
    }
}
