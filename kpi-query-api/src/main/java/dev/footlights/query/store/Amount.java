package dev.footlights.query.store;

/** An amount and how many people it comes from. */
public record Amount(long people, long amount) {
    public static final Amount NONE = new Amount(0, 0);
}
