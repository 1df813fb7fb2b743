package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.avro.UsageEvent;
import org.jspecify.annotations.Nullable;

/** Tells the answers to pulse surveys among the events. Pure. */
final class SurveyAnswers {
    private static final String ACTION = "survey-answer";

    private SurveyAnswers() {}

    /** The answer an event gives; null when it is none, or doesn't say to which question of which survey. */
    static @Nullable SurveyAnswer of(UsageEvent event, TeamSet teams) {
        if (!event.getAction().equals(ACTION)) {
            return null;
        }
        String survey = event.getAttributes().getOrDefault("survey", "");
        String question = event.getAttributes().getOrDefault("question", "");
        if (survey.isEmpty() || question.isEmpty()) {
            return null;
        }
        Double value = event.getValue();
        return new SurveyAnswer(
                survey,
                question,
                event.getActor(),
                event.getOccurredAt(),
                event.getEventId(),
                teams.teams(),
                value != null && Double.isFinite(value) ? value : null,
                event.getSubject());
    }
}
