package dev.footlights.query.delivery;

import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Require;
import dev.footlights.service.settings.Secret;
import java.time.Duration;

/**
 * How hard messages are tried to be delivered.
 *
 * @param signingKey of links that stop messages, and of what is kept of addresses: keep it, and keep it secret
 * @param settle how long a claim waits for others before it is acted on; longer than writing to ClickHouse ever takes
 * @param firstRetry pause after the first failure; doubled after each further one
 * @param retryFor how long after the first attempt another one is made
 * @param unknownAfter when a claim without an outcome is given up as unknown
 */
public record DeliverySettings(
        @Secret @Default("") String signingKey,
        @Default("5s") Duration settle,
        @Default("1m") Duration firstRetry,
        @Default("1d") Duration retryFor,
        @Default("15m") Duration unknownAfter) {
    private static final int SHORTEST_KEY = 16;

    public DeliverySettings {
        Require.that(
                signingKey.isEmpty() || signingKey.length() >= SHORTEST_KEY,
                "signingKey",
                "has fewer than " + SHORTEST_KEY + " characters");
        Require.positive("settle", settle);
        Require.positive("firstRetry", firstRetry);
        Require.notNegative("retryFor", retryFor);
        Require.positive("unknownAfter", unknownAfter);
    }
}
