package dev.footlights.systemtest;

import dev.footlights.systemtest.generated.EventStream;
import dev.footlights.systemtest.generated.SentEvent;
import dev.footlights.systemtest.pipeline.Http;
import dev.footlights.systemtest.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sending again and dying in between change no figure. */
@ExtendWith(Pipeline.Shared.class)
class RedeliverySystemTest {
    private static final String STREAMS = "streams-processor";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aBatchPostedThreeTimesAroundKillsOfTheSinkCountsOnce(Pipeline pipeline) {
        // Given
        EventStream stream = new EventStream(3);
        Instant now = Instant.now();
        List<SentEvent> batch = stream.within(now.minus(Duration.ofDays(2)), now, 60);
        pipeline.ledger().send(batch);

        // When
        kill(pipeline);
        pipeline.ledger().send(batch);
        awaitRestart(pipeline);
        pipeline.ledger().send(batch);
        kill(pipeline);
        awaitRestart(pipeline);

        // Then
        // An event of each person comes last in each partition: once it is seen, so is all before it.
        pipeline.ledger().send(stream.oneOfEach(now));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        pipeline.ledger().recount().awaitEqual(today.minusDays(7), today);
    }

    private static void kill(Pipeline pipeline) {
        ProcessHandle streams = pipeline.process(STREAMS);
        streams.destroyForcibly();
        streams.onExit().join();
    }

    private static void awaitRestart(Pipeline pipeline) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Http.isOk(pipeline.launcher().streams("/health/ready")));
    }
}
