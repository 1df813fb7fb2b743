package dev.footlights.query.delivery;

import dev.footlights.query.report.PageLinks;
import dev.footlights.query.store.ClickHouse;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Everything that messages are delivered with. */
public final class Office implements AutoCloseable {
    private final SigningKey key;
    private final DeliveryLog book;
    private final Stops stops;
    private final StopLinks links;
    private final Deliveries told;
    private final Deliverer deliverer;
    private final WebhookCourier webhooks = new WebhookCourier();

    /** What it works with. */
    public record Tools(
            ClickHouse reading, ClickHouse writing, MailSettings mail, DeliverySettings settings, PageLinks page) {}

    /** @param addresses that the settings name */
    public Office(Tools tools, Collection<String> addresses, Clock clock, MeterRegistry meters) {
        this.key = new SigningKey(tools.settings().signingKey());
        this.book = new DeliveryLog(tools.reading(), tools.writing(), key, tools.settings());
        this.stops = new Stops(tools.reading(), tools.writing(), clock);
        this.links = new StopLinks(key, tools.page());
        this.told = new Deliveries(key, addresses);
        Map<String, Courier> couriers = Map.of(
                "mail",
                new MailCourier(tools.mail(), new MailWriter(tools.mail().from(), links, clock)),
                "webhook",
                webhooks,
                "folder",
                new FolderCourier());
        this.deliverer = new Deliverer(book, couriers, tools.settings(), meters);
    }

    public SigningKey key() {
        return key;
    }

    public DeliveryLog book() {
        return book;
    }

    public Stops stops() {
        return stops;
    }

    public StopLinks links() {
        return links;
    }

    public Deliveries told() {
        return told;
    }

    public Deliverer deliverer() {
        return deliverer;
    }

    @Override
    public void close() {
        webhooks.close();
    }
}
