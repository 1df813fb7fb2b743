package dev.footlights.query.survey;

import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.HiddenCounts;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.surveys.Question;
import dev.footlights.schemas.surveys.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a team answered. A person's last answer in the period counts, in a trend the last in each period. Nothing is told of
 * fewer people than the floor, and a period of a trend is kept back along with another one, so that it isn't total less the
 * rest.
 */
public final class SurveyReader {
    private static final long MOST_TEXTS = 500;

    private final ClickHouse clickHouse;
    private final Floor floor;

    public SurveyReader(ClickHouse clickHouse, Floor floor) {
        this.clickHouse = clickHouse;
        this.floor = floor;
    }

    /**
     * Each question with its answers.
     *
     * @param whole the asked days as one period
     * @param periods of the trend; none without one
     */
    public List<Map<String, @Nullable Object>> questions(
            Survey survey, String team, long headcount, Period whole, List<Period> periods) {
        List<Map<String, @Nullable Object>> questions = new ArrayList<>();
        for (Question question : survey.questions()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", question.id());
            json.put("text", question.text());
            json.put("kind", question.kind().text());
            if (question.kind() == Question.Kind.TEXT) {
                addTexts(json, survey, question, team, headcount, whole);
            } else {
                addScores(json, survey, question, team, headcount, whole);
            }
            json.put("trend", trend(survey, question, team, periods));
            questions.add(json);
        }
        return questions;
    }

    private void addScores(
            Map<String, @Nullable Object> json,
            Survey survey,
            Question question,
            String team,
            long headcount,
            Period whole) {
        Tally tally =
                tallies(survey, question, team, List.of(whole)).getOrDefault(whole.start(), new Tally(question.kind()));
        addAnswers(json, tally.answers(), headcount);
        boolean told = tally.answers() > 0 && !floor.withholds(tally.answers());
        json.put(name(question), told ? tally.value() : null);
        if (question.kind() == Question.Kind.FIVE_POINT) {
            json.put("distribution", told ? distribution(tally) : null);
        }
    }

    private List<Map<String, @Nullable Object>> distribution(Tally tally) {
        boolean[] hidden = HiddenCounts.distribution(tally.people(), floor);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int place = 0; place < hidden.length; place++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("score", place + Question.Kind.FIVE_POINT.lowest());
            row.put("people", hidden[place] ? null : tally.people()[place]);
            row.put("withheld", hidden[place]);
            rows.add(row);
        }
        return rows;
    }

    private void addTexts(
            Map<String, @Nullable Object> json,
            Survey survey,
            Question question,
            String team,
            long headcount,
            Period whole) {
        Slots slots = Slots.of(List.of(whole));
        long people = clickHouse.run(new TextPeople(survey.id(), question.id(), team, slots)).stream()
                .mapToLong(TextPeople.People::people)
                .sum();
        addAnswers(json, people, headcount);
        boolean told = people > 0 && !floor.withholds(people);
        json.put(
                "texts",
                told ? clickHouse.run(new Texts(survey.id(), question.id(), team, slots, MOST_TEXTS)) : List.of());
    }

    private void addAnswers(Map<String, @Nullable Object> json, long answers, long headcount) {
        boolean withheld = floor.withholds(answers);
        json.put("answers", withheld ? null : answers);
        json.put("responseRate", withheld || headcount == 0 ? null : (double) answers / headcount);
        json.put("withheld", withheld);
    }

    private List<Map<String, @Nullable Object>> trend(
            Survey survey, Question question, String team, List<Period> periods) {
        if (periods.isEmpty()) {
            return List.of();
        }
        boolean text = question.kind() == Question.Kind.TEXT;
        Map<Instant, Tally> tallies = text ? Map.of() : tallies(survey, question, team, periods);
        Map<Instant, Long> people = text ? textPeople(survey, question, team, periods) : Map.of();
        long[] answers = periods.stream()
                .mapToLong(period -> text
                        ? people.getOrDefault(period.start(), 0L)
                        : tallies.getOrDefault(period.start(), new Tally(question.kind()))
                                .answers())
                .toArray();
        boolean[] hidden = HiddenCounts.siblings(answers, floor);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int place = 0; place < answers.length; place++) {
            Period period = periods.get(place);
            Tally tally = tallies.getOrDefault(period.start(), new Tally(question.kind()));
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("period", period.label());
            row.put("answers", hidden[place] ? null : answers[place]);
            if (!text) {
                row.put(name(question), hidden[place] || answers[place] == 0 ? null : tally.value());
            }
            row.put("withheld", hidden[place]);
            if (period.partial()) {
                row.put("partial", true);
            }
            rows.add(row);
        }
        return rows;
    }

    private Map<Instant, Long> textPeople(Survey survey, Question question, String team, List<Period> periods) {
        Map<Instant, Long> people = new HashMap<>();
        clickHouse
                .run(new TextPeople(survey.id(), question.id(), team, Slots.of(periods)))
                .forEach(row -> people.put(row.start(), row.people()));
        return people;
    }

    private Map<Instant, Tally> tallies(Survey survey, Question question, String team, List<Period> periods) {
        Map<Instant, Tally> tallies = new HashMap<>();
        clickHouse
                .run(new ScoreRows(survey.id(), question, team, Slots.of(periods)))
                .forEach(row -> tallies.computeIfAbsent(row.start(), start -> new Tally(question.kind()))
                        .add(row.score(), row.people()));
        return tallies;
    }

    private static String name(Question question) {
        return question.kind() == Question.Kind.NPS ? "nps" : "mean";
    }
}
