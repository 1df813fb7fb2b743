package dev.footlights.query.alert;

import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How rules stood when they were last looked at, and which are muted. Kept over restarts and shared by instances. */
public final class AlertStates {
    private final ClickHouse reading;
    private final ClickHouse writing;
    private final Clock clock;

    public AlertStates(ClickHouse reading, ClickHouse writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * A rule's state.
     *
     * @param period of the firing, also after it: it names what was told
     * @param since when the state began
     * @param told whether the firing was told, so that its end is too
     */
    public record Stored(String rule, Verdict.State state, String period, Instant since, boolean told) {}

    private record States() implements Query<Stored> {
        @Override
        public String sql() {
            return "SELECT rule, state, period, toUnixTimestamp64Milli(since), told FROM alert_states FINAL";
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public Stored row(ResultSet result) throws SQLException {
            return new Stored(
                    result.getString(1),
                    Verdict.State.of(result.getString(2)),
                    result.getString(3),
                    Instant.ofEpochMilli(result.getLong(4)),
                    result.getInt(5) == 1);
        }
    }

    private record Mute(String rule, Instant until) {}

    private record Mutes() implements Query<Mute> {
        @Override
        public String sql() {
            return "SELECT rule, toUnixTimestamp64Milli(until) FROM alert_mutes FINAL";
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public Mute row(ResultSet result) throws SQLException {
            return new Mute(result.getString(1), Instant.ofEpochMilli(result.getLong(2)));
        }
    }

    Map<String, Stored> all() {
        return reading.runAnew(new States()).stream().collect(Collectors.toMap(Stored::rule, Function.identity()));
    }

    void write(Stored state) {
        writing.write(
                "INSERT INTO alert_states (rule, state, period, since, told, revision) SELECT ?, ?, ?,"
                        + " fromUnixTimestamp64Milli(?, 'UTC'), ?, ?",
                List.of(
                        state.rule(),
                        state.state().text(),
                        state.period(),
                        state.since().toEpochMilli(),
                        state.told() ? 1L : 0L,
                        clock.millis()));
    }

    /** Until when rules are muted, by their ids; past moments too. */
    Map<String, Instant> mutes() {
        return reading.runAnew(new Mutes()).stream().collect(Collectors.toMap(Mute::rule, Mute::until));
    }

    /** Mutes a rule until a moment; a moment that is past ends a mute. */
    void mute(String rule, Instant until, String by) {
        Optional<Instant> before = Optional.ofNullable(mutes().get(rule));
        long revision = before.isPresent() ? lastRevision(rule) + 1 : 0;
        writing.write(
                "INSERT INTO alert_mutes (rule, until, changed_by, revision) SELECT ?, fromUnixTimestamp64Milli(?, 'UTC'),"
                        + " ?, ?",
                List.of(rule, until.toEpochMilli(), by, Math.max(revision, clock.millis())));
    }

    private long lastRevision(String rule) {
        return reading.runAnew(new Revision(rule)).stream().findFirst().orElse(0L);
    }

    private record Revision(String rule) implements Query<Long> {
        @Override
        public String sql() {
            return "SELECT toInt64(max(revision)) FROM alert_mutes WHERE rule = ?";
        }

        @Override
        public List<Object> values() {
            return List.of(rule);
        }

        @Override
        public Long row(ResultSet result) throws SQLException {
            return result.getLong(1);
        }
    }
}
