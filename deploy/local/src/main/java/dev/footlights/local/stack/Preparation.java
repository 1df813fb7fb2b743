package dev.footlights.local.stack;

import dev.footlights.schemas.clickhouse.Migration;
import dev.footlights.schemas.clickhouse.Migrator;
import dev.footlights.schemas.registry.RegistryConfig;
import dev.footlights.schemas.registry.SchemaRegistration;
import dev.footlights.schemas.registry.SchemaRegistration.Outcome;
import dev.footlights.schemas.registry.SchemaRegistryClient;
import dev.footlights.schemas.topics.TopicAdmin;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.RegistrySettings;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;

/** What the services find done when they start: topics, schemas, tables. Doing it again changes nothing. */
public final class Preparation {
    private final Backends.Settings settings;

    public Preparation(Backends.Settings settings) {
        this.settings = settings;
    }

    /**
     * Creates the topics that are missing.
     *
     * @return their names
     * @throws dev.footlights.schemas.topics.TopicPolicyException when one that is there is set up wrongly
     */
    public List<String> topics() {
        Map<String, Object> properties = settings.kafka().toProperties();
        properties.putIfAbsent("client.id", "footlights-launcher");
        try (Admin admin = Admin.create(properties)) {
            TopicSettings topics = settings.topics();
            return TopicAdmin.ensure(admin, topics.partitions(), (short) topics.replicationFactor());
        }
    }

    /** Registers the schemas of this release. */
    public List<Outcome> registerSchemas() {
        return withRegistry(registration -> registration.register(Topics.ALL));
    }

    /** Compares the registry with this release; changes nothing. */
    public List<Outcome> checkSchemas() {
        return withRegistry(registration -> registration.check(Topics.ALL));
    }

    /**
     * Brings the database to the tables of this release.
     *
     * @return what was applied
     * @throws StackException when ClickHouse can't be reached
     */
    public List<Migration> migrate() {
        ClickHouseSettings clickHouse = settings.clickhouse();
        String url = clickHouse.url() + "/" + clickHouse.database();
        try {
            return new Migrator(url, clickHouse.username(), clickHouse.password()).migrate();
        } catch (SQLException failure) {
            throw new StackException("ClickHouse at " + url + " can't be migrated: " + failure.getMessage(), failure);
        }
    }

    private List<Outcome> withRegistry(Function<SchemaRegistration, List<Outcome>> work) {
        try (SchemaRegistryClient client = new SchemaRegistryClient(registry(settings.registry()))) {
            return work.apply(new SchemaRegistration(client));
        }
    }

    private static RegistryConfig registry(RegistrySettings registry) {
        RegistryConfig config =
                RegistryConfig.of(registry.urls().stream().map(URI::toString).toList());
        if (registry.token().isPresent()) {
            return config.withToken(registry.token().get());
        }
        if (registry.username().isPresent() && registry.password().isPresent()) {
            return config.withBasic(
                    registry.username().get(), registry.password().get());
        }
        return config;
    }
}
