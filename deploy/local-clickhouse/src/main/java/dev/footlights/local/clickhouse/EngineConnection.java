package dev.footlights.local.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One connection to the engine in this process: runs one statement at a time, not thread-safe. */
final class EngineConnection implements AutoCloseable {
    /** The largest piece handed to the engine at once, so that native copies of a body stay small. */
    private static final int CHUNK_BYTES = 1 << 20;

    private final EngineFunctions engine;
    private final MemorySegment handle;
    private final MemorySegment connection;
    private boolean closed;

    private EngineConnection(EngineFunctions engine, MemorySegment handle) {
        this.engine = engine;
        this.handle = handle;
        this.connection = EngineFunctions.follow(handle);
    }

    /**
     * Connects; the first connection of a process also starts the engine.
     *
     * @param arguments {@code --name=value} each
     * @throws EngineUnavailableException when the engine refuses to start
     */
    static EngineConnection open(List<String> arguments) {
        EngineFunctions engine = EngineFunctions.loaded();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment vector = arena.allocate(ADDRESS, arguments.size() + 1L);
            vector.setAtIndex(ADDRESS, 0, arena.allocateFrom("clickhouse"));
            for (int i = 0; i < arguments.size(); i++) {
                vector.setAtIndex(ADDRESS, i + 1L, arena.allocateFrom(arguments.get(i)));
            }
            MemorySegment handle = (MemorySegment) engine.connect.invokeExact(arguments.size() + 1, vector);
            if (handle.address() == 0) {
                throw new EngineUnavailableException("The ClickHouse engine refused to start with " + arguments
                        + ": is the data directory writable and from this version or an older one?");
            }
            return new EngineConnection(engine, handle);
        } catch (Throwable failure) {
            throw passedOn(failure);
        }
    }

    /**
     * Runs a statement that carries no data of its own.
     *
     * @param statement UTF-8 text
     * @param format of the result, unless the statement names one
     * @param parameters values of {@code {name:Type}} places, in ClickHouse's escaped text form
     * @throws QueryException when ClickHouse refuses it
     */
    QueryResult query(byte[] statement, String format, Map<String, String> parameters) {
        try (Arena arena = Arena.ofConfined()) {
            long count = parameters.size();
            MemorySegment names = arena.allocate(ADDRESS, Math.max(1, count));
            MemorySegment nameLengths = arena.allocate(JAVA_LONG, Math.max(1, count));
            MemorySegment values = arena.allocate(ADDRESS, Math.max(1, count));
            MemorySegment valueLengths = arena.allocate(JAVA_LONG, Math.max(1, count));
            int index = 0;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                byte[] name = parameter.getKey().getBytes(UTF_8);
                byte[] value = parameter.getValue().getBytes(UTF_8);
                names.setAtIndex(ADDRESS, index, copy(arena, name));
                nameLengths.setAtIndex(JAVA_LONG, index, name.length);
                values.setAtIndex(ADDRESS, index, copy(arena, value));
                valueLengths.setAtIndex(JAVA_LONG, index, value.length);
                index++;
            }
            byte[] formatName = format.getBytes(UTF_8);
            MemorySegment result = (MemorySegment) engine.query.invokeExact(
                    connection,
                    copy(arena, statement),
                    (long) statement.length,
                    copy(arena, formatName),
                    (long) formatName.length,
                    names,
                    nameLengths,
                    values,
                    valueLengths,
                    count);
            return taken(result);
        } catch (Throwable failure) {
            throw passedOn(failure);
        }
    }

    /**
     * Runs an INSERT whose rows come beside it. Data that ends in the middle of a row is an error.
     *
     * @param statement the INSERT without its FORMAT or VALUES clause
     * @param data rows in {@code format}, as consecutive pieces
     * @throws QueryException when ClickHouse refuses the statement or the data
     */
    QueryResult insert(byte[] statement, String format, List<byte[]> data) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] formatName = format.getBytes(UTF_8);
            MemorySegment stream = (MemorySegment) engine.insertStart.invokeExact(
                    connection, copy(arena, statement), (long) statement.length, copy(arena, formatName), (long)
                            formatName.length);
            try {
                refuseFailed(stream);
                MemorySegment chunk = arena.allocate(CHUNK_BYTES);
                for (byte[] piece : data) {
                    append(stream, chunk, piece);
                }
                return taken((MemorySegment) engine.insertDone.invokeExact(stream));
            } finally {
                engine.insertDestroy.invokeExact(stream);
            }
        } catch (Throwable failure) {
            throw passedOn(failure);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                engine.closeConnection.invokeExact(handle);
            } catch (Throwable failure) {
                throw passedOn(failure);
            }
        }
    }

    private void append(MemorySegment stream, MemorySegment chunk, byte[] piece) throws Throwable {
        for (int offset = 0; offset < piece.length; offset += CHUNK_BYTES) {
            int length = Math.min(CHUNK_BYTES, piece.length - offset);
            MemorySegment.copy(piece, offset, chunk, JAVA_BYTE, 0, length);
            int state = (int) engine.insertAppend.invokeExact(stream, chunk, (long) length);
            if (state != 0) {
                // The engine gives the reason either on the stream or only with the final result.
                refuseFailed(stream);
                taken((MemorySegment) engine.insertDone.invokeExact(stream));
                throw new QueryException("The insert stopped without a reason.");
            }
        }
    }

    private void refuseFailed(MemorySegment stream) throws Throwable {
        String error = EngineFunctions.text((MemorySegment) engine.insertError.invokeExact(stream));
        if (!error.isEmpty()) {
            throw new QueryException(error);
        }
    }

    private QueryResult taken(MemorySegment result) throws Throwable {
        if (result.address() == 0) {
            throw new QueryException("The engine gave no result.");
        }
        try {
            String error = EngineFunctions.text((MemorySegment) engine.resultError.invokeExact(result));
            if (!error.isEmpty()) {
                throw new QueryException(error);
            }
            long length = (long) engine.resultLength.invokeExact(result);
            return new QueryResult(
                    EngineFunctions.bytes((MemorySegment) engine.resultBuffer.invokeExact(result), length),
                    (long) engine.resultRows.invokeExact(result),
                    (long) engine.resultReadRows.invokeExact(result),
                    (long) engine.resultReadBytes.invokeExact(result),
                    (long) engine.resultWrittenRows.invokeExact(result),
                    (long) engine.resultWrittenBytes.invokeExact(result),
                    Duration.ofNanos((long) ((double) engine.resultElapsed.invokeExact(result) * 1e9)));
        } finally {
            engine.resultDestroy.invokeExact(result);
        }
    }

    private static MemorySegment copy(Arena arena, byte[] bytes) {
        return bytes.length == 0 ? arena.allocate(1) : arena.allocateFrom(JAVA_BYTE, bytes);
    }

    /** Method handles declare Throwable; the functions behind them throw nothing checked. */
    private static RuntimeException passedOn(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }
}
