package dev.footlights.query.delivery;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is written down of deliveries, in the order of time.
 *
 * @param condition made of constants only
 * @param values of the condition
 */
record DeliveryRows(String condition, List<Object> values) implements Query<DeliveryRows.Row> {
    DeliveryRows {
        values = List.copyOf(values);
    }

    static DeliveryRows of(String delivery) {
        return new DeliveryRows("delivery = ?", List.of(delivery));
    }

    static DeliveryRows last(int days) {
        return new DeliveryRows("at >= now() - toIntervalDay(?)", List.of((long) days));
    }

    /**
     * One thing that happened.
     *
     * @param token of the run that did it
     * @param at by ClickHouse's clock, as is now
     * @param retryAt when another attempt may be made
     */
    record Row(
            String delivery,
            int attempt,
            String token,
            String event,
            Instant at,
            Instant retryAt,
            String kind,
            String subject,
            String team,
            String channel,
            String recipient,
            String detail,
            Instant now) {}

    @Override
    public String sql() {
        return "SELECT delivery, attempt, token, event, toUnixTimestamp64Micro(at), toUnixTimestamp64Micro(retry_at),"
                + " kind, subject, team, channel, recipient, detail, toUnixTimestamp64Micro(now64(6, 'UTC'))"
                + " FROM deliveries WHERE " + condition + " ORDER BY at, delivery, attempt, token, event";
    }

    @Override
    public Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getString(1),
                result.getInt(2),
                result.getString(3),
                result.getString(4),
                micros(result.getLong(5)),
                micros(result.getLong(6)),
                result.getString(7),
                result.getString(8),
                result.getString(9),
                result.getString(10),
                result.getString(11),
                result.getString(12),
                micros(result.getLong(13)));
    }

    private static Instant micros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
