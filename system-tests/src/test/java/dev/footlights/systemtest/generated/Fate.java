package dev.footlights.systemtest.generated;

import java.util.Optional;

/** What the event format's rules make of an event. */
public sealed interface Fate {
    /** It is accepted; whether it is counted is up to the recount, since it may be a repetition. */
    record Accepted() implements Fate {}

    /**
     * It is refused.
     *
     * @param reason as the answer spells it
     */
    record Refused(String reason) implements Fate {}

    /** The reason of a refusal. */
    default Optional<String> refusal() {
        return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
