package dev.footlights.local.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ClickHouse refused a statement. The message is the server's own: {@code Code: 60. DB::Exception: … (UNKNOWN_TABLE)}. */
final class QueryException extends RuntimeException {
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");
    private static final Pattern NAME = Pattern.compile("\\(([A-Z][A-Z0-9_]+)\\)");
    private static final int UNKNOWN_EXCEPTION = 1002;

    private final int code;
    private final String name;

    /** @param message what the engine reported; one without a code counts as UNKNOWN_EXCEPTION */
    QueryException(String message) {
        super(CODE.matcher(message).find() ? message : format(UNKNOWN_EXCEPTION, message, "UNKNOWN_EXCEPTION"));
        Matcher number = CODE.matcher(message);
        code = number.find() ? Integer.parseInt(number.group(1)) : UNKNOWN_EXCEPTION;
        String last = "UNKNOWN_EXCEPTION";
        for (Matcher names = NAME.matcher(message); names.find(); ) {
            last = names.group(1);
        }
        name = last;
    }

    QueryException(int code, String name, String text) {
        this(format(code, text, name));
    }

    /** ClickHouse's number of the error. */
    int code() {
        return code;
    }

    /** ClickHouse's name of the error, such as SYNTAX_ERROR. */
    String name() {
        return name;
    }

    private static String format(int code, String text, String name) {
        return "Code: " + code + ". DB::Exception: " + text + " (" + name + ")";
    }
}
