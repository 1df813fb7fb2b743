package dev.footlights.local.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a broker that is alone: broker and controller at once, on loopback, modest in memory and files. */
final class BrokerProperties {
    private static final int MEBIBYTE = 1024 * 1024;

    private BrokerProperties() {}

    static Properties of(Path dataDir, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", dataDir.toAbsolutePath().toString());
        alone(properties);
        modest(properties);
        return properties;
    }

    /** Kafka's defaults expect three brokers. */
    private static void alone(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // Topics are created with their policy by who owns them, never by a typing error.
        properties.put("auto.create.topics.enable", "false");
    }

    private static void modest(Properties properties) {
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.threads", "1");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MEBIBYTE));
        properties.put("log.segment.bytes", Integer.toString(64 * MEBIBYTE));
        properties.put("log.index.size.max.bytes", Integer.toString(MEBIBYTE));
    }
}
