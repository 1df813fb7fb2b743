package dev.footlights.query.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt. Details hold no secret and no address. */
public sealed interface Outcome {
    /** The other side has it. */
    record Delivered() implements Outcome {}

    /**
     * It is known that nothing was delivered, and it may go better later.
     *
     * @param pause that the other side asked for
     */
    record Failed(String detail, Optional<Duration> pause) implements Outcome {}

    /** It is known that nothing was delivered, and nothing will be. */
    record Refused(String detail) implements Outcome {}

    /** It may have been delivered. */
    record Unknown(String detail) implements Outcome {}
}
