package dev.footlights.schemas.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach a schema registry.
 *
 * @param urls base URLs of one registry's instances, tried in turn; without trailing slash
 * @param credentials sent to each of them
 * @param tls trust of our own; empty for the JVM's
 * @param requestTimeout of one request to one URL
 * @param retries further rounds over all URLs after the first one failed; 0 for none
 * @param firstPause before the second round; doubles with each round, up to {@link #LONGEST_PAUSE}
 */
public record RegistryConfig(
        List<URI> urls,
        RegistryCredentials credentials,
        Optional<SSLContext> tls,
        Duration requestTimeout,
        int retries,
        Duration firstPause) {
    /** Pauses between rounds grow no longer than this. */
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    public RegistryConfig {
        urls = urls.stream().map(RegistryConfig::checked).toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("registry.urls: at least one URL is needed");
        }
        if (new HashSet<>(urls).size() < urls.size()) {
            throw new IllegalArgumentException("registry.urls: the same URL is given twice");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("registry.request-timeout: must be positive");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("registry.retries: must not be negative");
        }
    }

    /** Plain access with the usual patience: 5 s per request, three further rounds from 100 ms. */
    public static RegistryConfig of(List<String> urls) {
        return new RegistryConfig(
                urls.stream().map(URI::create).toList(),
                new RegistryCredentials.None(),
                Optional.empty(),
                Duration.ofSeconds(5),
                3,
                Duration.ofMillis(100));
    }

    /** The same with HTTP Basic. */
    public RegistryConfig withBasic(String username, String password) {
        return withCredentials(new RegistryCredentials.Basic(username, password));
    }

    /** The same with a bearer token. */
    public RegistryConfig withToken(String token) {
        return withCredentials(new RegistryCredentials.Bearer(token));
    }

    /** The same trusting only the certificates of a file: PEM, or a PKCS#12 or JKS store under a password. */
    public RegistryConfig withTruststore(Path truststore, String password) {
        return new RegistryConfig(
                urls,
                credentials,
                Optional.of(Truststore.load(truststore, password)),
                requestTimeout,
                retries,
                firstPause);
    }

    /** The same with other patience. */
    public RegistryConfig withPatience(Duration newTimeout, int newRetries, Duration newFirstPause) {
        return new RegistryConfig(urls, credentials, tls, newTimeout, newRetries, newFirstPause);
    }

    private RegistryConfig withCredentials(RegistryCredentials newCredentials) {
        return new RegistryConfig(urls, newCredentials, tls, requestTimeout, retries, firstPause);
    }

    private static URI checked(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException("registry.urls: not an http or https URL: " + url);
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "registry.urls: credentials belong in registry.username and registry.password, not in the URL of "
                            + url.getHost());
        }
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
