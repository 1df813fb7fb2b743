package dev.footlights.query.contract;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

/** A database with the facts of a test. */
record FilledStore(ClickHouseUnderTest.Store store, ZoneId reportingZone) {
    /** Writes the facts. */
    interface Filling {
        void fill(Tables tables) throws SQLException;
    }

    static FilledStore of(String database, String reportingZone, Filling filling) {
        try {
            ZoneId zone = ZoneId.of(reportingZone);
            ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store(database);
            filling.fill(new Tables(store, zone));
            return new FilledStore(store, zone);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service over it. */
    ApiUnderTest api(int minimumGroupSize, String now) {
        try {
            return new ApiUnderTest(store.settings(), reportingZone, minimumGroupSize, Instant.parse(now));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link ApiUnderTest#withoutMemory}. */
    ApiUnderTest apiWithoutMemory(int minimumGroupSize, String now) {
        try {
            return ApiUnderTest.withoutMemory(store.settings(), reportingZone, minimumGroupSize, Instant.parse(now));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
