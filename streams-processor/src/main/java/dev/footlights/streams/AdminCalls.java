package dev.footlights.streams;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for Kafka's admin client. */
final class AdminCalls {
    private AdminCalls() {}

    /** The answer; the client's own timeout ends the wait, and its exceptions come out as they are. */
    static <V> V await(KafkaFuture<V> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Kafka's admin client failed", e.getCause());
        }
    }
}
