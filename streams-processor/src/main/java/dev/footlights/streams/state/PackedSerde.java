package dev.footlights.streams.state;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of private state: a version, then the value. What an earlier version wrote is read as well, so a new version may
 * only give more meaning to the same layout. May be shared by threads.
 *
 * @param <V> value
 */
final class PackedSerde<V> implements Serde<V> {
    private final int version;
    private final BiConsumer<BinaryWriter, V> writing;
    private final Function<BinaryReader, V> reading;

    /** @param version of the bytes written; all from 1 on are read */
    PackedSerde(int version, BiConsumer<BinaryWriter, V> writing, Function<BinaryReader, V> reading) {
        this.version = version;
        this.writing = writing;
        this.reading = reading;
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's interface isn't annotated: null in and out is its word for a tombstone.
    private byte @Nullable [] write(@Nullable V value) {
        if (value == null) {
            return null;
        }
        BinaryWriter writer = new BinaryWriter().raw(version);
        writing.accept(writer, value);
        return writer.toByteArray();
    }

    @SuppressWarnings("NullAway") // As above.
    private @Nullable V read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        BinaryReader reader = new BinaryReader(bytes, 0);
        int found = reader.raw();
        if (found < 1 || found > version) {
            throw new SerializationException(
                    "private state of version " + found + ", this release reads up to " + version
                            + "; run the release that wrote it, or delete the state and its changelogs and read the events again");
        }
        return reading.apply(reader);
    }
}
