package dev.footlights.query.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deliveries as they are told. Addresses of the settings are shown in part; others are only known by their hash. */
public final class Deliveries {
    private static final int HASH_SHOWN = 12;

    private final Map<String, String> addresses = new HashMap<>();

    /** @param known addresses that the settings name */
    public Deliveries(SigningKey key, Collection<String> known) {
        known.forEach(address -> addresses.put(key.ofAddress(address), Addresses.masked(address)));
    }

    /** One of them. */
    public Map<String, @Nullable Object> json(DeliveryLog.Delivery delivery) {
        DeliveryRows.Row last = delivery.lines().getLast();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", delivery.id());
        json.put("kind", last.kind());
        json.put("subject", last.subject());
        json.put("team", last.team());
        json.put("channel", last.channel());
        json.put("recipient", recipient(last));
        json.put("state", state(delivery.standing()));
        json.put("attempts", attempts(delivery.lines()));
        json.put("detail", detail(delivery.standing()));
        json.put("retryAt", retryAt(delivery.standing()));
        json.put("changedAt", last.at().toString());
        return json;
    }

    private String recipient(DeliveryRows.Row row) {
        if (!row.channel().equals("mail")) {
            return row.recipient();
        }
        return addresses.getOrDefault(
                row.recipient(),
                "hash "
                        + row.recipient()
                                .substring(
                                        0, Math.min(HASH_SHOWN, row.recipient().length())));
    }

    private static int attempts(List<DeliveryRows.Row> lines) {
        return lines.stream().mapToInt(DeliveryRows.Row::attempt).max().orElse(0);
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Open open -> "due";
            case Standing.Waiting waiting -> "waiting";
            case Standing.Claimed claimed -> "sending";
            case Standing.Unknown unknown -> "unknown";
            case Standing.Delivered delivered -> "delivered";
            case Standing.GivenUp given -> "given-up";
        };
    }

    private static String detail(Standing standing) {
        return switch (standing) {
            case Standing.Unknown unknown -> unknown.detail();
            case Standing.Waiting waiting -> waiting.detail();
            case Standing.GivenUp given -> given.detail();
            case Standing.Open open -> "";
            case Standing.Claimed claimed -> "";
            case Standing.Delivered delivered -> "";
        };
    }

    private static @Nullable String retryAt(Standing standing) {
        return standing instanceof Standing.Waiting(int attempt, Instant until, String detail)
                ? until.toString()
                : null;
    }

    /** Whether a person may ask for it once more: a report that won't be tried by itself. */
    public boolean mayBeSentAgain(DeliveryLog.Delivery delivery) {
        return delivery.lines().getLast().kind().equals("report")
                && switch (delivery.standing()) {
                    case Standing.Unknown unknown -> true;
                    case Standing.Delivered delivered -> true;
                    case Standing.GivenUp given -> true;
                    case Standing.Open open -> false;
                    case Standing.Waiting waiting -> false;
                    case Standing.Claimed claimed -> false;
                };
    }
}
