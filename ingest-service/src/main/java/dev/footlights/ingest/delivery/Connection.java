package dev.footlights.ingest.delivery;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Where things stand between us and Kafka. */
public sealed interface Connection {
    /**
     * Nothing can be written yet.
     *
     * @param reason what is missing, for the operator
     */
    record Waiting(String reason) implements Connection {}

    /** Topics are as they must be and the schemas are known. */
    record Ready(Admin admin, KafkaWriter writer) implements Connection {
        private static final int PATIENCE_MILLIS = 1_500;

        /**
         * Asks Kafka now.
         *
         * @throws ExecutionException when it does not answer
         */
        public int brokers() throws ExecutionException, InterruptedException {
            return admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .nodes()
                    .get()
                    .size();
        }
    }
}
