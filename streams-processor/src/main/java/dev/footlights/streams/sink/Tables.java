package dev.footlights.streams.sink;

/** Where the rows go. */
interface Tables extends AutoCloseable {
    /**
     * Returns when the rows are stored.
     *
     * @throws UnavailableException when it isn't certain that they are; the same insert may be repeated
     */
    void insert(Insert insert);

    @Override
    void close();
}
