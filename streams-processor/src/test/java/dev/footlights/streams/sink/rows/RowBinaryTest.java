package dev.footlights.streams.sink.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowBinaryTest {
    @Test
    void writesEachTypeAsClickHouseReadsIt() {
        assertThat(hex(out -> out.string("ä!"))).isEqualTo("03c3a421");
        assertThat(hex(out -> out.strings(List.of("a", "")))).isEqualTo("02016100");
        assertThat(hex(out -> out.count(258))).isEqualTo("0201000000000000");
        assertThat(hex(out -> out.number(-2))).isEqualTo("feffffffffffffff");
        assertThat(hex(out -> out.number32(202_611))).isEqualTo("73170300");
        assertThat(hex(out -> out.number16(65_535))).isEqualTo("ffff");
        assertThat(hex(out -> out.float64(-2.5))).isEqualTo("00000000000004c0");
        assertThat(hex(out -> out.shard(258))).isEqualTo("0201");
        assertThat(hex(out -> out.flag(true))).isEqualTo("01");
        assertThat(hex(out -> out.dateTime(Instant.ofEpochSecond(0xFFFF_FFFFL))))
                .isEqualTo("ffffffff");
        assertThat(hex(out -> out.dateTime64(Instant.ofEpochMilli(-1)))).isEqualTo("ffffffffffffffff");
        assertThat(hex(out -> out.date(LocalDate.of(1970, 1, 2)))).isEqualTo("0100");
        assertThat(hex(out -> out.uuid("00112233-4455-6677-8899-aabbccddeeff")))
                .isEqualTo("7766554433221100ffeeddccbbaa9988");
    }

    @Test
    void growsAndWritesLongLengths() {
        // Given
        RowBinary out = new RowBinary();
        // When
        out.string("x".repeat(200_000));
        // Then
        assertThat(out.toByteArray()).hasSize(200_003).startsWith(0xC0, 0x9A, 0x0C);
    }

    @Test
    void refusesWhatAColumnCannotHold() {
        RowBinary out = new RowBinary();
        assertThatIllegalArgumentException().isThrownBy(() -> out.count(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> out.shard(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> out.shard(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> out.uuid(""));
        assertThatIllegalArgumentException().isThrownBy(() -> out.dateTime(Instant.ofEpochSecond(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> out.dateTime(Instant.ofEpochSecond(1L << 32)));
        assertThatIllegalArgumentException().isThrownBy(() -> out.dateTime64(Instant.parse("2300-01-01T00:00:00Z")));
        assertThatIllegalArgumentException().isThrownBy(() -> out.date(LocalDate.of(1969, 12, 31)));
    }

    private static String hex(Consumer<RowBinary> write) {
        RowBinary out = new RowBinary();
        write.accept(out);
        return HexFormat.of().formatHex(out.toByteArray());
    }
}
