package dev.footlights.query.memory;

/** There is more than may be held in memory. */
public final class TooLargeException extends Exception {
    /**
     * Says why.
     *
     * @param problem how much is too much
     */
    public TooLargeException(String problem) {
        super(problem);
    }
}
