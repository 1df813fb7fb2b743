package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events by which people answer a survey: attributes {@code survey} and {@code question} say to what, the value is a score, the
 * subject free text.
 */
final class SurveyAnswers {
    private static final String ACTION = "survey-answer";
    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern WORD = Pattern.compile("\\S+");

    private SurveyAnswers() {}

    static boolean isAnswer(RawEvent event) {
        return event.action.equals(ACTION);
    }

    /**
     * Other events pass.
     *
     * @throws Refusal for an answer that doesn't say to what
     */
    static void check(RawEvent event) throws Refusal {
        if (isAnswer(event)) {
            requireAttribute(event, "survey");
            requireAttribute(event, "question");
        }
    }

    /** Free text, each word cleaned by itself so that a link doesn't cost the words after it; the first 1,000 characters. */
    static String text(String subject, PersonText persons) {
        String text = WORD.matcher(subject).replaceAll(word -> Matcher.quoteReplacement(persons.clean(word.group())));
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length()))));
    }

    private static void requireAttribute(RawEvent event, String key) throws Refusal {
        if (event.attributes.getOrDefault(key, "").isBlank()) {
            throw new Refusal(FailureReason.MISSING_FIELD, "attributes." + key + " is missing");
        }
    }
}
