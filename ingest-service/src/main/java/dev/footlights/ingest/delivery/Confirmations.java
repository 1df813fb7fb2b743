package dev.footlights.ingest.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Counts Kafka's answers to the records of one request. */
final class Confirmations implements Callback {
    private final CountDownLatch missing;
    private volatile @Nullable Exception failure;

    Confirmations(int records) {
        this.missing = new CountDownLatch(records);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface isn't annotated: exactly one of the two is null.
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            failure = exception;
        }
        missing.countDown();
    }

    boolean failed() {
        return failure != null;
    }

    /** Returns once every record is confirmed. */
    void await(Duration limit) throws UndeliveredException, InterruptedException {
        boolean all = failed() || missing.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (failed()) {
            throw new UndeliveredException("Kafka did not take every record", failure);
        }
        if (!all) {
            throw new UndeliveredException("Kafka has not confirmed every record within " + limit, null);
        }
    }
}
