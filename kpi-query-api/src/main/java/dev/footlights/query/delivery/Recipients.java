package dev.footlights.query.delivery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Turns names of settings into recipients. */
public record Recipients(List<ChannelSettings> channels) {
    public Recipients {
        channels = List.copyOf(channels);
    }

    /** Each once: people, then channels. */
    public List<Recipient> of(List<String> addresses, List<String> names) {
        List<Recipient> recipients = new ArrayList<>();
        new LinkedHashSet<>(addresses.stream().map(Addresses::canonical).toList())
                .forEach(address -> recipients.add(new Recipient.Mailbox(address)));
        for (String name : new LinkedHashSet<>(names)) {
            channels.stream()
                    .filter(channel -> channel.name().equals(name))
                    .findFirst()
                    .map(Recipients::recipient)
                    .ifPresent(recipients::add);
        }
        return recipients;
    }

    private static Recipient recipient(ChannelSettings channel) {
        return channel.webhook()
                .<Recipient>map(address -> new Recipient.Webhook(channel.name(), address))
                .orElseGet(() ->
                        new Recipient.Folder(channel.name(), channel.folder().orElseThrow()));
    }
}
