package dev.footlights.query.delivery;

import dev.footlights.query.store.ClickHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The book of deliveries. Lines are only ever added, with the time of ClickHouse's clock.
 *
 * <p><b>Claims.</b> ClickHouse lets two insert the same key, so whoever wants to make an attempt writes a claim, waits for
 * the settling time, and reads all claims of the attempt: the earliest wins, of two at the same microsecond that of the
 * lesser token. This picks one, because a claim counts only when writing it took less than half of the settling time; else
 * it is withdrawn. Suppose two, A earlier than B, both believed to have won. B, reading a settling time after its claim was
 * acknowledged, didn't see A, so A was acknowledged later than that, was begun later than B was acknowledged, and got a later
 * time than B. It needs one ClickHouse whose answers see what it has acknowledged, and whose clock isn't set back by half a
 * settling time meanwhile.
 */
public final class DeliveryLog {
    private static final int DAYS_TOLD = 90;

    private final ClickHouse reading;
    private final ClickHouse writing;
    private final SigningKey key;
    private final DeliverySettings settings;

    public DeliveryLog(ClickHouse reading, ClickHouse writing, SigningKey key, DeliverySettings settings) {
        this.reading = reading;
        this.writing = writing;
        this.key = key;
        this.settings = settings;
    }

    /**
     * A delivery as it is told.
     *
     * @param lines in the order of time
     */
    public record Delivery(String id, List<DeliveryRows.Row> lines, Standing standing) {
        public Delivery {
            lines = List.copyOf(lines);
        }
    }

    /** A claim that won: the only one that may make the attempt. */
    record Claim(Letter letter, String id, int attempt, String token) {}

    Standing standing(Letter letter) {
        return Standing.of(reading.runAnew(DeliveryRows.of(letter.id(key))), settings.unknownAfter());
    }

    /** Claims an attempt; empty when another has it, or it can't be said. */
    Optional<Claim> claim(Letter letter, int attempt) throws InterruptedException {
        Claim claim =
                new Claim(letter, letter.id(key), attempt, UUID.randomUUID().toString());
        long began = System.nanoTime();
        write(claim, "claimed", "", Duration.ZERO);
        long took = System.nanoTime() - began;
        if (took > settings.settle().toNanos() / 2) {
            write(claim, "withdrawn", "writing the claim took too long", Duration.ZERO);
            return Optional.empty();
        }
        Thread.sleep(settings.settle());
        return winner(reading.runAnew(DeliveryRows.of(claim.id())), attempt)
                .filter(claim.token()::equals)
                .map(token -> claim);
    }

    private static Optional<String> winner(List<DeliveryRows.Row> rows, int attempt) {
        List<String> withdrawn = rows.stream()
                .filter(row -> row.event().equals("withdrawn"))
                .map(DeliveryRows.Row::token)
                .toList();
        return rows.stream()
                .filter(row -> row.attempt() == attempt && row.event().equals("claimed"))
                .filter(row -> !withdrawn.contains(row.token()))
                .min(Comparator.comparing(DeliveryRows.Row::at).thenComparing(DeliveryRows.Row::token))
                .map(DeliveryRows.Row::token);
    }

    /** Writes down what came of a claim. */
    void record(Claim claim, String event, String detail, Duration pause) {
        write(claim, event, detail, pause);
    }

    /** Writes down that nobody knows what became of an attempt. */
    void recordUnknown(Letter letter, int attempt, String detail) {
        write(new Claim(letter, letter.id(key), attempt, "given-up"), "unknown", detail, Duration.ZERO);
    }

    private void write(Claim claim, String event, String detail, Duration pause) {
        Letter letter = claim.letter();
        insert(
                claim.id(),
                claim.attempt(),
                claim.token(),
                event,
                pause,
                List.of(
                        letter.kind(),
                        letter.subject(),
                        letter.team(),
                        letter.recipient().channel(),
                        letter.recipientKey(key)),
                detail);
    }

    private void insert(
            String id, int attempt, String token, String event, Duration pause, List<Object> letter, String detail) {
        List<Object> values = new ArrayList<>(List.of(id, (long) attempt, token, event, pause.toMillis()));
        values.addAll(letter);
        values.add(detail);
        writing.write(
                "INSERT INTO deliveries (delivery, attempt, token, event, at, retry_at, kind, subject, team, channel,"
                        + " recipient, detail) SELECT ?, ?, ?, ?, now64(6, 'UTC'), now64(6, 'UTC')"
                        + " + toIntervalMillisecond(?), ?, ?, ?, ?, ?, ?",
                values);
    }

    /** The deliveries of the last 90 days, the latest first. */
    public List<Delivery> deliveries() {
        Map<String, List<DeliveryRows.Row>> byId = new LinkedHashMap<>();
        reading.runAnew(DeliveryRows.last(DAYS_TOLD))
                .forEach(row -> byId.computeIfAbsent(row.delivery(), id -> new ArrayList<>())
                        .add(row));
        List<Delivery> deliveries = new ArrayList<>();
        byId.forEach((id, rows) -> deliveries.add(new Delivery(id, rows, Standing.of(rows, settings.unknownAfter()))));
        return deliveries.reversed();
    }

    /** One of them. */
    public Optional<Delivery> find(String id) {
        List<DeliveryRows.Row> rows = reading.runAnew(DeliveryRows.of(id));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Delivery(id, rows, Standing.of(rows, settings.unknownAfter())));
    }

    /** Lets a delivery be tried once more, whatever became of it. */
    public void again(Delivery delivery, String by) {
        DeliveryRows.Row last = delivery.lines().getLast();
        int attempt = delivery.lines().stream()
                .mapToInt(DeliveryRows.Row::attempt)
                .max()
                .orElse(1);
        insert(
                delivery.id(),
                attempt,
                UUID.randomUUID().toString(),
                "again",
                Duration.ZERO,
                List.of(last.kind(), last.subject(), last.team(), last.channel(), last.recipient()),
                "asked for by " + by);
    }

    /** Deliveries of a kind that were asked for once more and not tried since. */
    public List<Again> askedAgain(String kind) {
        return deliveries().stream()
                .filter(delivery -> delivery.standing() instanceof Standing.Open(int attempt) && attempt > 1)
                .filter(delivery -> delivery.lines().getLast().event().equals("again"))
                .filter(delivery -> delivery.lines().getLast().kind().equals(kind))
                .map(delivery ->
                        new Again(delivery.id(), delivery.lines().getLast().subject()))
                .toList();
    }

    /** A delivery that was asked for once more. */
    public record Again(String id, String subject) {}

    /** Whether a delivery is that of a letter. */
    public boolean isOf(Again delivery, Letter letter) {
        return delivery.id().equals(letter.id(key));
    }
}
