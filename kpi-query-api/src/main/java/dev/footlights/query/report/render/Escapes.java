package dev.footlights.query.report.render;

/** Makes foreign text harmless in each kind of markup. Names and terms come from events, and may hold anything. */
public final class Escapes {
    private static final String MARKDOWN = "\\`*_{}[]()<>#+!|~&-.=$^:@";

    private Escapes() {}

    /** Within elements and double-quoted attributes of XHTML. */
    public static String html(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        clean(text).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /** Within a line of Markdown; what could begin or end markup gets a backslash. */
    public static String markdown(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        oneLine(text).codePoints().forEach(point -> {
            if (point < 128 && MARKDOWN.indexOf(point) >= 0 && needsEscape(point)) {
                safe.append('\\');
            }
            safe.appendCodePoint(point);
        });
        return startOfLine(safe.toString());
    }

    /** A full stop, dash, colon and so on are harmless within a line, and parentheses where no bracket is bare before them. */
    private static boolean needsEscape(int point) {
        return "-.=+:@^$()".indexOf(point) < 0;
    }

    /** What makes a list or a heading only at the start of a line. */
    private static String startOfLine(String text) {
        return text.matches("(?s)(\\d+[.)]|[-+=]).*") ? "\u200b" + text : text;
    }

    /**
     * Within a message of Slack and those that follow it. It has no escape for its marks of emphasis, so those in names are
     * replaced by signs that look alike; nobody is called by an at sign.
     */
    public static String chat(String text) {
        return oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('*', '\u2217')
                .replace('~', '\u223c')
                .replace('`', '\u02cb')
                .replace("_", "\u200b_\u200b")
                .replace("[", "\uff3b")
                .replace("]", "\uff3d")
                .replace("@", "@\u200b")
                .replace("!", "!\u200b");
    }

    /** One line, for headings and headers: no control characters, and a blank where lines end. */
    public static String oneLine(String text) {
        return clean(text).replaceAll("[\\r\\n\\u2028\\u2029\\u0085\\t]+", " ").strip();
    }

    /** Without what XML and mails can't hold, and without characters that turn the order of the text around. */
    static String clean(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point >= ' ' || point == '\n' || point == '\t' || point == '\r')
                .filter(point -> point < 0x7f || point > 0x9f || point == 0x85)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .filter(point -> point != 0xfffe && point != 0xffff)
                .filter(point -> (point < 0x202a || point > 0x202e) && (point < 0x2066 || point > 0x2069))
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
