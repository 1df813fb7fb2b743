package dev.footlights.schemas.clickhouse;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements: at each semicolon that ends a line, outside quotes and comments. */
final class SqlScript {
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private boolean anything;

    private SqlScript() {}

    static List<String> statements(String script) {
        SqlScript cut = new SqlScript();
        cut.read(script);
        return cut.statements;
    }

    private void read(String script) {
        int at = 0;
        while (at < script.length()) {
            int end = endOfToken(script, at);
            String token = script.substring(at, end);
            if (token.equals(";") && onlyBlanksFollow(script, end)) {
                finish();
            } else {
                statement.append(token);
                anything |= !isComment(token) && !token.isBlank();
            }
            at = end;
        }
        finish();
    }

    private void finish() {
        if (anything) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
        anything = false;
    }

    private static boolean isComment(String token) {
        return token.startsWith("--") || token.startsWith("/*");
    }

    private static int endOfToken(String script, int at) {
        char first = script.charAt(at);
        if (first == '\'' || first == '"' || first == '`') {
            return endOfQuoted(script, at + 1, first);
        }
        if (script.startsWith("--", at)) {
            return endOr(script.indexOf('\n', at), script);
        }
        if (script.startsWith("/*", at)) {
            int close = script.indexOf("*/", at + 2);
            return close < 0 ? script.length() : close + 2;
        }
        return at + 1;
    }

    /** A doubled quote ends one quoted piece and begins the next, which comes to the same. */
    private static int endOfQuoted(String script, int from, char quote) {
        for (int i = from; i < script.length(); i++) {
            if (script.charAt(i) == '\\') {
                i++;
            } else if (script.charAt(i) == quote) {
                return i + 1;
            }
        }
        return script.length();
    }

    private static boolean onlyBlanksFollow(String script, int from) {
        String rest = script.substring(from, endOr(script.indexOf('\n', from), script))
                .strip();
        return rest.isEmpty() || rest.startsWith("--");
    }

    private static int endOr(int found, String script) {
        return found < 0 ? script.length() : found;
    }
}
