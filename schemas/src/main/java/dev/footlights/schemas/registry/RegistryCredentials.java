package dev.footlights.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How to introduce ourselves to a registry. Printing one never shows the secret. */
public sealed interface RegistryCredentials {
    /** Value of the Authorization header; empty for none. */
    Optional<String> authorization();

    /** No Authorization header. */
    record None() implements RegistryCredentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /** HTTP Basic. */
    record Basic(String username, String password) implements RegistryCredentials {
        @Override
        public Optional<String> authorization() {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[username=" + username + ", password=***]";
        }
    }

    /** A bearer token. */
    record Bearer(String token) implements RegistryCredentials {
        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "Bearer[token=***]";
        }
    }
}
