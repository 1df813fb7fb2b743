package dev.footlights.streams;

import dev.footlights.schemas.registry.RegistryConfig;
import dev.footlights.schemas.registry.SchemaRegistryClient;
import dev.footlights.service.settings.RegistrySettings;
import java.net.URI;

/** Makes the registry's client from settings. */
final class Registries {
    private Registries() {}

    static SchemaRegistryClient client(RegistrySettings settings) {
        RegistryConfig plain =
                RegistryConfig.of(settings.urls().stream().map(URI::toString).toList());
        if (settings.token().isPresent()) {
            return new SchemaRegistryClient(plain.withToken(settings.token().get()));
        }
        if (settings.username().isPresent() && settings.password().isPresent()) {
            return new SchemaRegistryClient(plain.withBasic(
                    settings.username().get(), settings.password().get()));
        }
        return new SchemaRegistryClient(plain);
    }
}
