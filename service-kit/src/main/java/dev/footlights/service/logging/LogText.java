package dev.footlights.service.logging;

/** Makes any text safe inside one quoted field of one line. */
final class LogText {
    private static final int LONGEST = 8 * 1024;

    private LogText() {}

    /** Appends the text in double quotes; control, separator and formatting characters come out as escapes. */
    static void appendQuoted(StringBuilder line, String text) {
        line.append('"');
        int end = Math.min(text.length(), LONGEST);
        for (int index = 0; index < end; index++) {
            append(line, text.charAt(index));
        }
        if (end < text.length()) {
            line.append("…");
        }
        line.append('"');
    }

    private static void append(StringBuilder line, char character) {
        switch (character) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (invisible(character)) {
                    line.append(String.format("\\u%04x", (int) character));
                } else {
                    line.append(character);
                }
            }
        }
    }

    /** Format characters include those that turn the direction of text, with which a line can be made to lie. */
    private static boolean invisible(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
