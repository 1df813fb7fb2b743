package dev.footlights.query.delivery;

/** Brings messages to recipients of one kind. */
interface Courier {
    /** Makes one attempt; never throws for what can go wrong on the way. */
    Outcome bring(Letter letter, String id, Content content);
}
