package dev.footlights.service.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to reach the schema registry (Confluent's REST API).
 *
 * @param urls tried in turn
 * @param username for basic authentication, with the password; not together with a token
 * @param token for bearer authentication
 */
public record RegistrySettings(
        @Default("http://127.0.0.1:8484/apis/ccompat/v7") List<URI> urls,
        Optional<String> username,
        @Secret Optional<String> password,
        @Secret Optional<String> token) {

    public RegistrySettings {
        urls = List.copyOf(urls);
        Require.that(!urls.isEmpty(), "urls", "names no registry");
        for (URI url : urls) {
            Require.that(
                    url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
                    "urls",
                    Masking.userInfo(url.toString()) + " is not an http or https URL");
        }
        Require.that(
                username.isPresent() == password.isPresent(), "username", "needs a password, and the other way round");
        Require.that(username.isEmpty() || token.isEmpty(), "token", "can't be set together with a username");
    }
}
