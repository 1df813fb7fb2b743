package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.SurveyAnswer;
import java.util.List;

/** One row per answer; an answer never changes. */
public final class SurveyAnswerRows implements TableRows<SurveyAnswer> {
    @Override
    public Class<SurveyAnswer> type() {
        return SurveyAnswer.class;
    }

    @Override
    public String table() {
        return "survey_answers";
    }

    @Override
    public List<String> columns() {
        return List.of("survey", "question", "actor", "answered_at", "event_id", "teams", "score", "answer");
    }

    @Override
    public long revision(SurveyAnswer answer) {
        return 0;
    }

    @Override
    public int write(SurveyAnswer answer, RecordPosition position, RowBinary out) {
        out.string(answer.getSurvey());
        out.string(answer.getQuestion());
        out.uuid(answer.getActor());
        out.dateTime64(answer.getAnsweredAt());
        out.string(answer.getEventId());
        out.strings(answer.getTeams());
        Double score = answer.getScore();
        out.isNull(score == null);
        if (score != null) {
            out.float64(score);
        }
        out.string(answer.getAnswer());
        return 1;
    }
}
