package dev.footlights.streams.topology;

/** Names of the topology's nodes. */
final class NodeNames {
    static final String USAGE_EVENTS = "usage-events";
    static final String READ = "read";
    static final String FOLD = "fold";
    static final String FAILED_EVENTS = "failed-events";

    private NodeNames() {}
}
