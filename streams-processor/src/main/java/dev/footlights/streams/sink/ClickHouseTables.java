package dev.footlights.streams.sink;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Inserts over ClickHouse's HTTP interface, each answered only when its part is written. */
final class ClickHouseTables implements Tables {
    private static final long CONNECT_MILLISECONDS = 5_000;
    private static final long ANSWER_MILLISECONDS = 120_000;

    private final Client client;
    private final String database;

    /** Connects at the first insert. */
    ClickHouseTables(String jdbcUrl, String username, String password, String database) {
        this.database = database;
        this.client = new Client.Builder()
                .addEndpoint(ClickHouseEndpoint.of(jdbcUrl))
                .setUsername(username)
                .setPassword(password)
                .setDefaultDatabase(database)
                .compressServerResponse(false)
                .setConnectTimeout(CONNECT_MILLISECONDS)
                .setSocketTimeout(ANSWER_MILLISECONDS)
                // The sink repeats by itself and says so in its health.
                .setMaxRetries(0)
                .build();
    }

    @Override
    public void insert(Insert insert) {
        // An asynchronous insert would be answered before it is stored.
        InsertSettings settings = new InsertSettings().serverSetting("async_insert", "0");
        settings.setDatabase(database);
        try (InsertResponse response = client.insert(
                        insert.table(), insert.columns(), insert.rows().read(), ClickHouseFormat.RowBinary, settings)
                .get(ANSWER_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            response.getWrittenRows();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while inserting into " + insert.table(), e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new UnavailableException("can't insert into " + insert.table(), e);
        } catch (Exception e) {
            // The answer had arrived: only letting go of the connection failed.
            throw new UnavailableException("the answer to an insert into " + insert.table() + " was cut off", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
