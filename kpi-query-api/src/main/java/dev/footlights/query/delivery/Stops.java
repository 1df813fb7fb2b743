package dev.footlights.query.delivery;

import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who has stopped what, by keyed hashes of addresses. */
public final class Stops {
    private final ClickHouse reading;
    private final ClickHouse writing;
    private final Clock clock;

    public Stops(ClickHouse reading, ClickHouse writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    private record Stopped() implements Query<StopLinks.Stop> {
        @Override
        public String sql() {
            return "SELECT address, what FROM report_stops FINAL WHERE stopped = 1";
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public StopLinks.Stop row(ResultSet result) throws SQLException {
            return new StopLinks.Stop(result.getString(1), result.getString(2));
        }
    }

    /** Everything that is stopped. */
    public Set<StopLinks.Stop> all() {
        return new HashSet<>(reading.runAnew(new Stopped()));
    }

    /** Stops something, or takes it up again. Doing it twice changes nothing. */
    public void set(StopLinks.Stop stop, boolean stopped) {
        writing.write(
                "INSERT INTO report_stops (address, what, stopped, revision) SELECT ?, ?, ?, ?",
                List.of(stop.address(), stop.what(), stopped ? 1L : 0L, clock.millis()));
    }
}
