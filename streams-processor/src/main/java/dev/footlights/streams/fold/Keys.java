package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.SurveyAnswer;

/**
 * Keys of state: parts joined by {@code |}. Nearly all that lies in time begins with its time, so that what has expired
 * stands together at the front of its store.
 */
public final class Keys {
    /** Greater than any character that a key goes on with. */
    private static final char AFTER_ALL = '\uffff';

    private Keys() {}

    /** One part: a {@code |} inside it is written {@code \p}, a backslash twice. */
    static String part(String text) {
        if (text.indexOf('|') < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("|", "\\p");
    }

    /** {@code actor|importId}: one stream of a person's events, live or of one import. */
    static String stream(String actor, String importId) {
        return actor + "|" + part(importId);
    }

    static String activity(SlotTimes times, Usage usage, String item, String action) {
        return activity(times, usage.actor(), usage.importId(), usage.feature(), item, action, usage.teams());
    }

    static String activity(
            SlotTimes times, String actor, String importId, String feature, String item, String action, TeamSet teams) {
        return times.utcDay() + "|" + actor + "|" + times.slotOfDay() + "|" + part(feature) + "|" + part(item) + "|"
                + part(action) + "|" + part(importId) + "|" + teams.id();
    }

    static String session(String day, String actor, String importId, String session) {
        return day + "|" + actor + "|" + part(importId) + "|" + part(session);
    }

    static String firstUse(String team, String feature, String actor) {
        return part(team) + "|" + part(feature) + "|" + actor;
    }

    static String presence(Period period, String actor) {
        return period.key() + "|" + actor;
    }

    static String surveyAnswer(SurveyAnswer answer) {
        return part(answer.getSurvey()) + "|" + part(answer.getQuestion()) + "|" + answer.getActor() + "|"
                + answer.getAnsweredAt().toEpochMilli() + "|" + part(answer.getEventId());
    }

    static String rollup(Period period, String team, String feature) {
        return period.key() + "|" + part(team) + "|" + part(feature);
    }

    /** The greatest key that begins with a prefix. */
    public static String last(String prefix) {
        return prefix + AFTER_ALL;
    }
}
