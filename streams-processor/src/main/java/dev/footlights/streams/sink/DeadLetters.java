package dev.footlights.streams.sink;

import java.util.List;

/** Where records go that can never become rows. */
interface DeadLetters extends AutoCloseable {
    /**
     * Returns when all are durable.
     *
     * @throws UnavailableException when that isn't certain; they may be sent again
     */
    void send(List<DeadLetter> letters);

    @Override
    void close();
}
