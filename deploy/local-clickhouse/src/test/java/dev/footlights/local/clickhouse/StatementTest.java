package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
                    INSERT INTO t VALUES (1)                              | INSERT INTO t                      | Values    | ! (1)!
                    insert into t (a, `values`) format CSV 1,2            | insert into t (a, `values`)        | CSV       | 1,2
                    INSERT INTO t SETTINGS x = 'FORMAT a' FORMAT RowBinary | INSERT INTO t SETTINGS x = 'FORMAT a' | RowBinary | !!
                    /* VALUES */ INSERT INTO "select".t FORMAT TSV x      | /* VALUES */ INSERT INTO "select".t | TSV      | x
                    INSERT INTO t                                         | INSERT INTO t                      | Values    | !!
                    """)
    void findsTheRowsOfAnInsert(String sql, String head, String format, String rows) {
        assertThat(read(sql)).isInstanceOfSatisfying(Statement.Insert.class, insert -> {
            assertThat(new String(insert.head(), UTF_8).strip()).isEqualTo(head);
            assertThat(insert.format()).isEqualTo(format);
            assertThat(new String(insert.inline(), UTF_8)).isEqualTo(rows == null ? "" : rows);
        });
    }

    @Test
    void keepsEveryByteAfterTheStatementsLine() {
        assertThat(read("INSERT INTO t FORMAT RowBinary\n\n 1; "))
                .isInstanceOfSatisfying(
                        Statement.Insert.class,
                        insert -> assertThat(new String(insert.inline(), UTF_8)).isEqualTo("\n 1; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
                    SELECT 1 FORMAT JSON                            | JSON | false
                    SELECT format('{} {}', a, b) FROM t             | !!   | false
                    SELECT 'x FORMAT CSV' SETTINGS max_threads = 1; | !!   | false
                    INSERT INTO t SELECT 1                          | !!   | false
                    INSERT INTO t (a) WITH 1 AS x SELECT x          | !!   | false
                    CREATE TEMPORARY TABLE t (n UInt8)              | !!   | true
                    SET max_threads = 1                             | !!   | true
                    USE shop                                        | !!   | true
                    """)
    void readsTheOutlineOfAnythingElse(String sql, String format, boolean changesSession) {
        assertThat(read(sql)).isInstanceOfSatisfying(Statement.Plain.class, plain -> {
            assertThat(plain.format() == null ? "" : plain.format()).isEqualTo(format == null ? "" : format);
            assertThat(plain.changesSession()).isEqualTo(changesSession);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  -- nothing\n", "SELECT 1; SELECT 2", "SELECT ';' ; DROP TABLE t"})
    void refusesNoneAndSeveral(String sql) {
        assertThatThrownBy(() -> read(sql)).isInstanceOf(QueryException.class).hasMessageContaining("SYNTAX_ERROR");
    }

    private static Statement read(String sql) {
        return Statement.read(sql.getBytes(UTF_8));
    }
}
