package dev.footlights.schemas.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void cutsAtSemicolonsThatEndALine() {
        assertThat(SqlScript.statements("SELECT 1;\nSELECT 2 ; \nSELECT 3; -- the last\n"))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
    }

    @Test
    void theLastSemicolonMayBeMissing() {
        assertThat(SqlScript.statements("SELECT 1;\nSELECT 2")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void quotesAndCommentsHideSemicolons() {
        String script = """
                SELECT 'a;
                b', "c;
                d", 'it''s;
                so', 'a \\';
                b';
                /* not;
                here */ SELECT 2; -- nor;
                """;

        assertThat(SqlScript.statements(script)).hasSize(2).last().asString().endsWith("SELECT 2");
    }

    @Test
    void commentsAloneAreNoStatement() {
        assertThat(SqlScript.statements("-- nothing;\n\n/* here; */\n;\n")).isEmpty();
    }

    @Test
    void aSemicolonWithinALineStays() {
        assertThat(SqlScript.statements("SELECT 1; SELECT 2;\n")).containsExactly("SELECT 1; SELECT 2");
    }
}
