package dev.footlights.query.survey;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Entry;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.surveys.Question;
import dev.footlights.schemas.surveys.Survey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a team answered. A person's last answer in the period counts, in a trend the last in each period. What isn't told is
 * up to {@link SurveyDiscretion}.
 */
public final class SurveyReader {
    private static final long MOST_TEXTS = 500;

    private final ClickHouse clickHouse;
    private final ZoneId reportingZone;

    public SurveyReader(ClickHouse clickHouse, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.reportingZone = reportingZone;
    }

    /**
     * Whose answers of which days.
     *
     * @param company of the team, which decides what is told
     * @param whole the days as one period
     * @param periods of the trend; none without one
     */
    public record Asked(String team, Company company, long headcount, Period whole, List<Period> periods) {
        public Asked {
            periods = List.copyOf(periods);
        }
    }

    /** Each question with its answers. */
    public List<Map<String, @Nullable Object>> questions(Survey survey, Asked asked) {
        AnswerReader reader = new AnswerReader(
                clickHouse,
                survey.id(),
                asked.company().teams(),
                asked.company().floor().people());
        List<Map<String, @Nullable Object>> questions = new ArrayList<>();
        for (Question question : survey.questions()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", question.id());
            json.put("text", question.text());
            json.put("kind", question.kind().text());
            SurveyDiscretion discretion = discretion(question, asked, reader);
            addAnswers(json, survey, question, asked, reader, discretion);
            json.put("trend", asked.periods().isEmpty() ? List.of() : trend(question, asked, reader, discretion));
            questions.add(json);
        }
        return questions;
    }

    private SurveyDiscretion discretion(Question question, Asked asked, AnswerReader reader) {
        Company company = asked.company();
        return new SurveyDiscretion(company, question.kind(), reader.rounds(question, reportingZone, company));
    }

    private void addAnswers(
            Map<String, @Nullable Object> json,
            Survey survey,
            Question question,
            Asked asked,
            AnswerReader reader,
            SurveyDiscretion discretion) {
        Map<String, Answered> byTeam = new HashMap<>();
        reader.read(question, List.of(asked.whole()))
                .forEach((team, byStart) ->
                        byTeam.put(team, byStart.getOrDefault(asked.whole().start(), Answered.none(question.kind()))));
        Set<Entry> untold = discretion.withheld(byTeam, asked.whole());
        Answered answered = byTeam.getOrDefault(asked.team(), Answered.none(question.kind()));
        boolean withheld = untold.contains(SurveyDiscretion.answers(asked.team()));
        boolean told = answered.people() > 0 && !withheld;
        json.put("answers", withheld ? null : (Long) answered.people());
        json.put(
                "responseRate",
                withheld || asked.headcount() == 0 ? null : (Double) ((double) answered.people() / asked.headcount()));
        json.put("withheld", withheld);
        switch (question.kind()) {
            case TEXT -> json.put("texts", told ? texts(survey, question, asked) : List.of());
            case NPS -> json.put(name(question), told ? answered.tally().value() : null);
            case FIVE_POINT -> {
                json.put(name(question), told ? answered.tally().value() : null);
                json.put("distribution", told ? distribution(answered.tally(), asked.team(), untold) : null);
            }
        }
    }

    private List<String> texts(Survey survey, Question question, Asked asked) {
        return clickHouse.run(
                new Texts(survey.id(), question.id(), asked.team(), Slots.of(List.of(asked.whole())), MOST_TEXTS));
    }

    private static List<Map<String, @Nullable Object>> distribution(Tally tally, String team, Set<Entry> untold) {
        long[] people = tally.people();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int place = 0; place < people.length; place++) {
            int score = place + Question.Kind.FIVE_POINT.lowest();
            boolean withheld = untold.contains(SurveyDiscretion.score(team, score));
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("score", score);
            row.put("people", withheld ? null : people[place]);
            row.put("withheld", withheld);
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, @Nullable Object>> trend(
            Question question, Asked asked, AnswerReader reader, SurveyDiscretion discretion) {
        Map<String, Map<Instant, Answered>> answered = reader.read(question, asked.periods());
        Set<Entry> untold = discretion.withheld(answered, asked.periods());
        Map<Instant, Answered> own = answered.getOrDefault(asked.team(), Map.of());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Period period : asked.periods()) {
            Answered here = own.getOrDefault(period.start(), Answered.none(question.kind()));
            boolean withheld = untold.contains(SurveyDiscretion.period(asked.team(), period));
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("period", period.label());
            row.put("answers", withheld ? null : (Long) here.people());
            if (question.kind() != Question.Kind.TEXT) {
                row.put(
                        name(question),
                        withheld || here.people() == 0
                                ? null
                                : (Double) here.tally().value());
            }
            row.put("withheld", withheld);
            if (period.partial()) {
                row.put("partial", true);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String name(Question question) {
        return question.kind() == Question.Kind.NPS ? "nps" : "mean";
    }
}
