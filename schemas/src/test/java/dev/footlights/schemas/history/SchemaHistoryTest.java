package dev.footlights.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.FullCompatibility;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That services and records of every release can meet, found out without a registry. */
class SchemaHistoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Schema> records() {
        return SchemaHistory.present().stream();
    }

    static Stream<TopicDefinition<?>> topics() {
        return Topics.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void thePresentSchemaIsTheLastOfItsHistory(Schema present) {
        List<SchemaHistory.Version> versions = SchemaHistory.versions(present.getName());

        assertThat(versions.stream().map(SchemaHistory.Version::schema).toList())
                .as(
                        "%s.avsc changed: add its new version to schemas/history as schemas/README.md says",
                        present.getName())
                .endsWith(present);
    }

    @ParameterizedTest
    @MethodSource("records")
    void allVersionsReadEachOther(Schema present) {
        List<SchemaHistory.Version> versions = SchemaHistory.versions(present.getName());

        for (SchemaHistory.Version one : versions) {
            for (SchemaHistory.Version other : versions) {
                assertThat(FullCompatibility.problems(one.schema(), other.schema()))
                        .as("%s beside %s", one, other)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void everythingHasADefault(Schema present) {
        for (Schema.Field field : present.getFields()) {
            assertThat(field.hasDefaultValue())
                    .as("%s.%s has a default", present.getName(), field.name())
                    .isTrue();
            if (field.schema().getType() == Schema.Type.ENUM) {
                assertThat(field.schema().getEnumDefault())
                        .as("default symbol of %s", field.name())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void bytesOfEachVersionAreReadAsTheyWereMeant(Schema present) throws IOException {
        for (SchemaHistory.Version version : SchemaHistory.versions(present.getName())) {
            JsonNode meant = JSON.readTree(version.values());
            JsonNode read = JSON.readTree(generic(version, present).toString());

            for (Schema.Field field : present.getFields()) {
                JsonNode expected = version.schema().getField(field.name()) == null
                        ? JSON.readTree(
                                GenericData.get().toString(GenericData.get().getDefaultValue(field)))
                        : meant.get(field.name());
                assertThat(read.get(field.name()))
                        .as("%s, %s", version, field.name())
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    <T extends SpecificRecord> void bytesOfEachVersionBecomeOurRecords(TopicDefinition<T> topic) throws IOException {
        Schema present = topic.schema();
        for (SchemaHistory.Version version : SchemaHistory.versions(present.getName())) {
            InMemoryRegistry registry = new InMemoryRegistry();
            int id = registry.register(topic.subject(), version.schema()).id();
            registry.register(topic.subject(), present);
            byte[] framed = ByteBuffer.allocate(5 + version.bytes().length)
                    .put((byte) 0)
                    .putInt(id)
                    .put(version.bytes())
                    .array();
            ConfluentAvroSerde<T> serde = ConfluentAvroSerde.of(registry, topic);

            byte[] again =
                    serde.serializer().encode(topic.name(), serde.deserializer().decode(framed));

            GenericRecord viaOurs = new GenericDatumReader<GenericRecord>(present)
                    .read(null, DecoderFactory.get().binaryDecoder(again, 5, again.length - 5, null));
            assertThat(viaOurs.toString())
                    .as("%s", version)
                    .isEqualTo(generic(version, present).toString());
        }
    }

    private static GenericRecord generic(SchemaHistory.Version version, Schema reader) throws IOException {
        return new GenericDatumReader<GenericRecord>(version.schema(), reader)
                .read(null, DecoderFactory.get().binaryDecoder(version.bytes(), null));
    }
}
