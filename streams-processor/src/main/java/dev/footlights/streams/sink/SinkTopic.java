package dev.footlights.streams.sink;

import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.streams.sink.rows.ActivityRows;
import dev.footlights.streams.sink.rows.CheckRows;
import dev.footlights.streams.sink.rows.FailedEventRows;
import dev.footlights.streams.sink.rows.FirstUseRows;
import dev.footlights.streams.sink.rows.LedgerRows;
import dev.footlights.streams.sink.rows.OutcomeRows;
import dev.footlights.streams.sink.rows.RollupRows;
import dev.footlights.streams.sink.rows.RosterRows;
import dev.footlights.streams.sink.rows.SessionRows;
import dev.footlights.streams.sink.rows.SurveyAnswerRows;
import dev.footlights.streams.sink.rows.TableRows;
import dev.footlights.streams.sink.rows.TeamRows;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Which topic fills which table.
 *
 * @param <T> the kind of record on the topic
 */
record SinkTopic<T extends SpecificRecord>(TopicDefinition<T> topic, TableRows<T> rows) {
    /** Everything the sink carries. */
    static final List<SinkTopic<?>> ALL = List.of(
            new SinkTopic<>(Topics.ACTIVITY_FACTS, new ActivityRows()),
            new SinkTopic<>(Topics.FIRST_USES, new FirstUseRows()),
            new SinkTopic<>(Topics.SESSION_FACTS, new SessionRows()),
            new SinkTopic<>(Topics.KPI_ROLLUPS, new RollupRows()),
            new SinkTopic<>(Topics.SURVEY_ANSWERS, new SurveyAnswerRows()),
            new SinkTopic<>(Topics.EVENT_LEDGER, new LedgerRows()),
            new SinkTopic<>(Topics.FAILED_EVENTS, new FailedEventRows()),
            new SinkTopic<>(Topics.TEMPLATE_OUTCOMES, new OutcomeRows()),
            new SinkTopic<>(Topics.CHECK_RESULTS, new CheckRows()),
            new SinkTopic<>(Topics.ROSTER, new RosterRows()),
            new SinkTopic<>(Topics.TEAMS, new TeamRows()));

    static List<String> names() {
        return ALL.stream().map(each -> each.topic().name()).toList();
    }
}
