package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.CheckResult;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.TemplateOutcome;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.topics.CleanupPolicy;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A value on its way to a topic.
 *
 * @param time of the record
 * @param key of the record; empty for none
 * @param <T> type of the topic's values
 */
public record TopicRecord<T extends SpecificRecord>(
        TopicDefinition<T> topic, Instant time, Optional<String> key, T value) {

    public static TopicRecord<UsageEvent> of(UsageEvent event) {
        return new TopicRecord<>(Topics.USAGE_EVENTS, event.getReceivedAt(), Optional.of(event.getActor()), event);
    }

    public static TopicRecord<TemplateOutcome> of(TemplateOutcome outcome) {
        return new TopicRecord<>(
                Topics.TEMPLATE_OUTCOMES, outcome.getReceivedAt(), Optional.of(outcome.getTask()), outcome);
    }

    public static TopicRecord<CheckResult> of(CheckResult result) {
        String key = result.getCheck() + "|" + result.getEntity() + "|" + result.getCheckedAt();
        return new TopicRecord<>(Topics.CHECK_RESULTS, result.getReceivedAt(), Optional.of(key), result);
    }

    public static TopicRecord<FailedEvent> of(FailedEvent failed) {
        Optional<String> key = Optional.of(failed.getEventId()).filter(id -> !id.isEmpty());
        return new TopicRecord<>(Topics.FAILED_EVENTS, failed.getReceivedAt(), key, failed);
    }

    public static TopicRecord<TeamEntry> of(TeamEntry team) {
        return new TopicRecord<>(Topics.TEAMS, team.getUpdatedAt(), Optional.of(team.getTeam()), team);
    }

    public static TopicRecord<RosterEntry> of(RosterEntry person) {
        return new TopicRecord<>(Topics.ROSTER, person.getUpdatedAt(), Optional.of(person.getActor()), person);
    }

    /** Whether of several with one identity the last counts, as it does on a compacted topic, and not the first. */
    public boolean lastCounts() {
        return topic.cleanup() == CleanupPolicy.COMPACT;
    }
}
