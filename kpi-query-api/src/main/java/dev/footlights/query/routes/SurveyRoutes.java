package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Paging;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.survey.SurveyReader;
import dev.footlights.schemas.surveys.Question;
import dev.footlights.schemas.surveys.Survey;
import dev.footlights.schemas.surveys.Surveys;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The surveys, and what was answered. */
final class SurveyRoutes {
    private static final int DEFAULT_ROWS = 100;
    private static final int MOST_PERIODS = 400;

    private final ApiParts parts;
    private final Surveys surveys;
    private final SurveyReader reader;

    private enum Trend {
        TOTAL(Granularity.TOTAL),
        WEEK(Granularity.WEEK),
        MONTH(Granularity.MONTH);

        private final Granularity granularity;

        Trend(Granularity granularity) {
            this.granularity = granularity;
        }
    }

    SurveyRoutes(ApiParts parts, Surveys surveys) {
        this.parts = parts;
        this.surveys = surveys;
        this.reader = new SurveyReader(parts.clickHouse(), parts.reportingZone());
    }

    Response list(Request request) {
        Paging paging = Paging.of(request, DEFAULT_ROWS);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(parts.answers().asOf()));
        body.put("zone", parts.reportingZone().getId());
        Page<Survey> page = Page.cut(surveys.surveys(), paging.limit(), paging.offset());
        JsonAnswer.paged(
                body, page, page.rows().stream().map(SurveyRoutes::describe).toList());
        return Response.json(200, body).etagged(request);
    }

    Response survey(Request request) {
        String id = request.pathParameter("id");
        Survey survey = surveys.survey(id)
                .orElseThrow(() -> Refusals.unknown(
                        "survey", id, surveys.surveys().stream().map(Survey::id).toList()));
        Trend trend = new Parameters(request).choice("granularity", Trend.values(), Trend.TOTAL);
        TeamRequest asked = TeamRequest.read(request, parts);
        Days days = asked.days();
        PeriodCutter cutter = new PeriodCutter(days.zone());
        List<Period> periods = trend == Trend.TOTAL ? List.of() : cutter.cut(trend.granularity, days.from(), days.to());
        if (periods.size() > MOST_PERIODS) {
            throw Refusals.parameter("granularity", "makes more than " + MOST_PERIODS + " periods");
        }
        long headcount = parts.answers().headcounts().getOrDefault(asked.team(), 0L);
        Map<String, @Nullable Object> body = asked.body();
        body.put("survey", survey.id());
        body.put("title", survey.title());
        body.put("granularity", trend.granularity.text());
        body.put("headcount", headcount);
        body.put(
                "questions",
                reader.questions(
                        survey,
                        new SurveyReader.Asked(asked.team(), asked.company(), headcount, asked.period(), periods)));
        return Response.json(200, body).etagged(request);
    }

    private static Map<String, Object> describe(Survey survey) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("survey", survey.id());
        json.put("title", survey.title());
        json.put(
                "questions",
                survey.questions().stream().map(SurveyRoutes::describe).toList());
        return json;
    }

    private static Map<String, Object> describe(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", question.id());
        json.put("text", question.text());
        json.put("kind", question.kind().text());
        return json;
    }
}
