package dev.footlights.streams;

import dev.footlights.schemas.registry.RegistryUnavailableException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a thread of the topology dies: another takes its place when trying again may help, else the process
 * ends with the reason. In doubt it ends, as going on could lose or double events.
 */
final class FailureHandler implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    private final Consumer<Throwable> fail;

    FailureHandler(Consumer<Throwable> fail) {
        this.fail = fail;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (worthAnotherTry(failure)) {
            LOG.atWarn().setCause(failure).log("a thread of the fold failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fail.accept(explained(failure));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    static boolean worthAnotherTry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidOffsetException) {
                return false;
            }
            if (cause instanceof RetriableException
                    || cause instanceof RegistryUnavailableException
                    || cause instanceof TaskMigratedException
                    || cause instanceof TaskCorruptedException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable explained(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof InvalidOffsetException)) {
            cause = cause.getCause();
        }
        return cause == null
                ? failure
                : new IllegalStateException(
                        "The place where reading should go on is no longer in Kafka: events have expired unread. "
                                + "Nothing is skipped on its own; set the offsets of group footlights on purpose, "
                                + "with kafka-consumer-groups.sh --reset-offsets, to accept the gap.",
                        failure);
    }
}
