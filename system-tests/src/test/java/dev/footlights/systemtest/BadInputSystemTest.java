package dev.footlights.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.systemtest.generated.EventStream;
import dev.footlights.systemtest.pipeline.Http;
import dev.footlights.systemtest.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A taste of bad input on the running whole, and the books of ingest balanced over all that the tests have sent. */
@ExtendWith(Pipeline.Shared.class)
class BadInputSystemTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    400 | ``
                    400 | {"events":[
                    400 | [{"eventId":"a","eventId":"b"}]
                    400 | [1e999999
                    422 | [null]
                    422 | [{"eventId":"x","occurredAt":"2099-01-01T00:00:00Z","action":"click"}]
                    422 | [{"eventId":"x","occurredAt":1790000000,"action":"click"}]
                    422 | [{"eventId":"x","action":"click"}]
                    """)
    void isAnsweredWithItsStatus(int status, String body, Pipeline pipeline) {
        Http.Answer answer = Http.post(pipeline.launcher().ingest("/v1/events"), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void receivedIsAcceptedAndRejected(Pipeline pipeline) {
        // Given
        EventStream stream = new EventStream(6);
        Instant now = Instant.now();

        // When
        long accepted = ingested(pipeline, "accepted");
        long rejected = ingested(pipeline, "rejected");
        long acceptedBefore = pipeline.ledger().balance().accepted();
        long refusedBefore = pipeline.ledger().balance().refused();
        pipeline.ledger().send(stream.withRefusals(stream.within(now.minus(Duration.ofDays(1)), now, 40), now));

        // Then
        assertThat(ingested(pipeline, "accepted") - accepted)
                .isEqualTo(pipeline.ledger().balance().accepted() - acceptedBefore)
                .isPositive();
        assertThat(ingested(pipeline, "rejected") - rejected)
                .isEqualTo(pipeline.ledger().balance().refused() - refusedBefore)
                .isPositive();
        assertThat(ingested(pipeline, "received"))
                .isEqualTo(ingested(pipeline, "accepted") + ingested(pipeline, "rejected"));
    }

    private static long ingested(Pipeline pipeline, String what) {
        Predicate<String> counter = line -> line.matches("footlights_ingest_" + what + "_total(\\{.*})? .*");
        double counted = Http.get(pipeline.launcher().ingest("/metrics"))
                .body()
                .lines()
                .filter(counter)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return (long) counted;
    }
}
