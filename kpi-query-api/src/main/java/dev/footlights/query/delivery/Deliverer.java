package dev.footlights.query.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages, each at most once. A claim is on disk before anything is sent, and the outcome is written after. When the
 * service dies between the two nobody knows whether the message arrived: it isn't sent again by itself.
 *
 * <p>Counted as {@code footlights_deliveries_total} by kind, channel and outcome. Claims that nobody came back to count as
 * {@code unknown} once.
 */
public final class Deliverer {
    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final DeliveryLog book;
    private final Map<String, Courier> couriers;
    private final DeliverySettings settings;
    private final MeterRegistry meters;

    /** @param couriers by the channel of their recipients */
    Deliverer(DeliveryLog book, Map<String, Courier> couriers, DeliverySettings settings, MeterRegistry meters) {
        this.book = book;
        this.couriers = Map.copyOf(couriers);
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Makes an attempt if one is due.
     *
     * @param content asked for only when there is one to make
     * @return whether the message is settled: nothing more is to be done for it by itself
     */
    public boolean deliver(Letter letter, Supplier<Content> content) throws InterruptedException {
        return switch (book.standing(letter)) {
            case Standing.Open(int attempt) -> attempt(letter, attempt, content);
            case Standing.Unknown(int attempt, String detail, boolean written) -> {
                if (!written) {
                    book.recordUnknown(letter, attempt, detail);
                    say(letter, "unknown", detail);
                }
                yield true;
            }
            case Standing.Delivered delivered -> true;
            case Standing.GivenUp given -> true;
            case Standing.Waiting waiting -> false;
            case Standing.Claimed claimed -> false;
        };
    }

    private boolean attempt(Letter letter, int attempt, Supplier<Content> content) throws InterruptedException {
        Content written = content.get();
        Optional<DeliveryLog.Claim> claim = book.claim(letter, attempt);
        if (claim.isEmpty()) {
            return false;
        }
        Courier courier = couriers.get(letter.recipient().channel());
        Outcome outcome = courier == null
                ? new Outcome.Refused("there is nothing to deliver it with")
                : courier.bring(letter, claim.get().id(), written);
        return settle(claim.get(), outcome);
    }

    private boolean settle(DeliveryLog.Claim claim, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered() -> {
                book.record(claim, "delivered", "", Duration.ZERO);
                say(claim.letter(), "delivered", "");
                yield true;
            }
            case Outcome.Refused(String detail) -> {
                book.record(claim, "refused", detail, Duration.ZERO);
                say(claim.letter(), "refused", detail);
                yield true;
            }
            case Outcome.Unknown(String detail) -> {
                book.record(claim, "unknown", detail, Duration.ZERO);
                say(claim.letter(), "unknown", detail);
                yield true;
            }
            case Outcome.Failed(String detail, Optional<Duration> asked) -> failed(claim, detail, asked);
        };
    }

    private boolean failed(DeliveryLog.Claim claim, String detail, Optional<Duration> asked) {
        Duration pause = asked.orElse(pause(claim.attempt()));
        Duration tried = Duration.ZERO;
        for (int attempt = 1; attempt < claim.attempt(); attempt++) {
            tried = tried.plus(pause(attempt));
        }
        if (tried.compareTo(settings.retryFor()) >= 0) {
            book.record(claim, "refused", detail + "; given up after " + claim.attempt() + " attempts", Duration.ZERO);
            say(claim.letter(), "refused", detail);
            return true;
        }
        book.record(claim, "failed", detail, pause);
        say(claim.letter(), "failed", detail);
        return false;
    }

    private Duration pause(int attempt) {
        Duration pause = settings.firstRetry().multipliedBy(1L << Math.min(MOST_DOUBLINGS, attempt - 1));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void say(Letter letter, String outcome, String detail) {
        Counter.builder("footlights.deliveries")
                .description("Attempts to deliver a message, by what came of them")
                .tag("kind", letter.kind())
                .tag("channel", letter.recipient().channel())
                .tag("outcome", outcome)
                .register(meters)
                .increment();
        (outcome.equals("delivered") ? log.atInfo() : log.atWarn())
                .addKeyValue("kind", letter.kind())
                .addKeyValue("subject", letter.subject())
                .addKeyValue("team", letter.team())
                .addKeyValue("channel", letter.recipient().channel())
                .addKeyValue("outcome", outcome)
                .addKeyValue("detail", detail)
                .log("message");
    }
}
