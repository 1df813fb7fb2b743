package dev.footlights.query.delivery;

import dev.footlights.service.settings.Require;
import dev.footlights.service.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A place that messages are brought to, by a name.
 *
 * @param webhook an incoming webhook of Slack or of one that follows it; its address is a secret
 * @param folder that files are put into; made when it is missing
 */
public record ChannelSettings(String name, @Secret Optional<URI> webhook, Optional<Path> folder) {
    public ChannelSettings {
        Require.that(name.matches("[a-z0-9][a-z0-9-]{0,63}"), "name", "is not lower-case letters, digits and dashes");
        Require.that(webhook.isPresent() != folder.isPresent(), "name", "takes one of webhook and folder");
        Require.that(
                webhook.isEmpty()
                        || (Set.of("http", "https")
                                        .contains(webhook.get().getScheme().toLowerCase(Locale.ROOT))
                                && webhook.get().getHost() != null),
                "webhook",
                "is not an http or https address");
    }
}
