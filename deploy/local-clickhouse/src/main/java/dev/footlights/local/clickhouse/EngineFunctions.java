package dev.footlights.local.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The functions of the engine's C interface (chdb.h, 26.7) that are used here, loaded once per process. */
// Calling foreign functions is what this class is for.
@SuppressWarnings("restricted")
final class EngineFunctions {
    final MethodHandle setSignalHandlersEnabled;
    final MethodHandle connect;
    final MethodHandle closeConnection;
    final MethodHandle query;
    final MethodHandle insertStart;
    final MethodHandle insertAppend;
    final MethodHandle insertDone;
    final MethodHandle insertError;
    final MethodHandle insertDestroy;
    final MethodHandle resultBuffer;
    final MethodHandle resultLength;
    final MethodHandle resultError;
    final MethodHandle resultElapsed;
    final MethodHandle resultRows;
    final MethodHandle resultReadRows;
    final MethodHandle resultReadBytes;
    final MethodHandle resultWrittenRows;
    final MethodHandle resultWrittenBytes;
    final MethodHandle resultDestroy;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    private EngineFunctions(Path library) {
        symbols = SymbolLookup.libraryLookup(library, Arena.global());
        setSignalHandlersEnabled = function("chdb_set_signal_handlers_enabled", FunctionDescriptor.ofVoid(JAVA_INT));
        connect = function("chdb_connect", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
        closeConnection = function("chdb_close_conn", FunctionDescriptor.ofVoid(ADDRESS));
        query = function(
                "chdb_query_with_params_n",
                FunctionDescriptor.of(
                        ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                        JAVA_LONG));
        insertStart = function(
                "chdb_stream_insert_n",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        insertAppend = function("chdb_stream_append", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        insertDone = function("chdb_stream_done", FunctionDescriptor.of(ADDRESS, ADDRESS));
        insertError = function("chdb_stream_insert_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
        insertDestroy = function("chdb_destroy_insert_stream", FunctionDescriptor.ofVoid(ADDRESS));
        resultBuffer = function("chdb_result_buffer", FunctionDescriptor.of(ADDRESS, ADDRESS));
        resultLength = function("chdb_result_length", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultError = function("chdb_result_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
        resultElapsed = function("chdb_result_elapsed", FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS));
        resultRows = function("chdb_result_rows_read", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultReadRows = function("chdb_result_storage_rows_read", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultReadBytes = function("chdb_result_storage_bytes_read", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultWrittenRows = function("chdb_result_rows_written", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultWrittenBytes = function("chdb_result_bytes_written", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultDestroy = function("chdb_destroy_query_result", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /** @throws EngineUnavailableException when the library is missing or can't be loaded */
    static EngineFunctions loaded() {
        return Holder.FUNCTIONS;
    }

    /** Java's view of a NUL-terminated string, or empty for a null pointer. */
    static String text(MemorySegment pointer) {
        return pointer.address() == 0 ? "" : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /** A copy of native memory. */
    static byte[] bytes(MemorySegment pointer, long length) {
        return length == 0 ? new byte[0] : pointer.reinterpret(length).toArray(JAVA_BYTE);
    }

    /** The pointer that a pointer points to. */
    static MemorySegment follow(MemorySegment pointer) {
        return pointer.reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    private MethodHandle function(String name, FunctionDescriptor descriptor) {
        MemorySegment symbol = symbols.find(name)
                .orElseThrow(() -> new EngineUnavailableException(
                        "The engine's library has no " + name + ": it is not the version that package.json names."));
        return linker.downcallHandle(symbol, descriptor);
    }

    private static EngineFunctions load() {
        Path library = EngineLibrary.find();
        EngineFunctions functions;
        try {
            functions = new EngineFunctions(library);
        } catch (IllegalArgumentException notLoadable) {
            throw new EngineUnavailableException(library + " can't be loaded by this JVM.", notLoadable);
        }
        try {
            // The JVM lives on SIGSEGV (null checks, safepoints), so the engine must leave signals alone.
            functions.setSignalHandlersEnabled.invokeExact(0);
        } catch (Throwable failure) {
            throw new EngineUnavailableException("The engine's signal handlers can't be switched off.", failure);
        }
        return functions;
    }

    private static final class Holder {
        static final EngineFunctions FUNCTIONS = load();
    }
}
