package dev.footlights.local.clickhouse;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request asks of the engine, read off the statement's outline. */
// Handed on once and never compared, so the arrays' identity does no harm.
@SuppressWarnings("ArrayRecordComponent")
sealed interface Statement {
    /**
     * An INSERT with rows.
     *
     * @param head the statement up to its FORMAT or VALUES
     * @param format of the data
     * @param inline the data that follows in the statement itself
     */
    record Insert(byte[] head, String format, byte[] inline) implements Statement {}

    /**
     * Anything without rows of its own.
     *
     * @param format named by the statement's FORMAT clause, or null
     * @param changesSession whether it changes settings, the current database or temporary tables
     */
    record Plain(byte[] text, @Nullable String format, boolean changesSession) implements Statement {}

    /** The words that end the search for an INSERT's rows: what follows is a query of its own. */
    Set<String> QUERY_WORDS = Set.of("SELECT", "WITH", "FROM", "EXPLAIN");

    /**
     * Reads a statement.
     *
     * @param text the statement in UTF-8, followed by data where an INSERT has some
     * @throws QueryException when there is none, or more than one
     */
    static Statement read(byte[] text) {
        Tokens tokens = new Tokens(text);
        if (!tokens.next()) {
            throw new QueryException(
                    62, "SYNTAX_ERROR", "Syntax error: failed at position 1 (end of query): empty query");
        }
        String first = tokens.word();
        return first.equals("INSERT") ? insert(text, tokens) : plain(text, first, tokens);
    }

    private static Statement insert(byte[] text, Tokens tokens) {
        while (tokens.next()) {
            String word = tokens.word();
            if (word.equals("VALUES")) {
                return new Insert(
                        Arrays.copyOf(text, tokens.start()),
                        "Values",
                        Arrays.copyOfRange(text, tokens.end(), text.length));
            }
            if (word.equals("FORMAT")) {
                byte[] head = Arrays.copyOf(text, tokens.start());
                if (tokens.next()) {
                    String format = tokens.text();
                    return new Insert(head, format, dataAfter(text, tokens.end()));
                }
            }
            if (QUERY_WORDS.contains(word)) {
                return plain(text, "INSERT", tokens);
            }
        }
        return new Insert(text, "Values", new byte[0]);
    }

    /** Rows begin after the blanks that end the statement's line; later bytes, blank or not, are theirs. */
    private static byte[] dataAfter(byte[] text, int end) {
        int from = end;
        while (from < text.length && (text[from] == ' ' || text[from] == '\t' || text[from] == '\r')) {
            from++;
        }
        if (from < text.length && text[from] == ';') {
            from++;
        }
        if (from < text.length && text[from] == '\n') {
            from++;
        }
        return Arrays.copyOfRange(text, from, text.length);
    }

    private static Statement plain(byte[] text, String first, Tokens tokens) {
        String format = null;
        boolean formatNext = false;
        boolean ended = false;
        boolean temporary = false;
        while (tokens.next()) {
            if (ended) {
                throw new QueryException(
                        62,
                        "SYNTAX_ERROR",
                        "Syntax error (Multi-statements are not allowed): failed at position " + (tokens.start() + 1));
            }
            String word = tokens.word();
            if (formatNext && Character.isLetter(word.codePointAt(0))) {
                format = tokens.text();
            }
            formatNext = word.equals("FORMAT");
            temporary |= word.equals("TEMPORARY");
            ended = word.equals(";");
        }
        return new Plain(text, format, temporary || first.equals("USE") || first.equals("SET"));
    }
}
