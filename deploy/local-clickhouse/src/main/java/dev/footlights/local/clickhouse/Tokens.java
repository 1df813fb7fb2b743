package dev.footlights.local.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Walks over the words of a statement's bytes, outside quotes, comments and brackets. */
final class Tokens {
    private final byte[] text;
    private int position;
    private int depth;
    private int start;

    Tokens(byte[] text) {
        this.text = text;
    }

    /** Moves to the next word or sign outside brackets; false at the end. */
    boolean next() {
        while (position < text.length) {
            start = position;
            int current = text[position];
            if (Character.isWhitespace(current)) {
                position++;
            } else if (current == '\'' || current == '"' || current == '`') {
                skipQuoted(current);
                if (depth == 0) {
                    return true;
                }
            } else if ((current == '-' && at(position + 1) == '-') || (current == '#' && at(position + 1) == '!')) {
                skipTo('\n');
            } else if (current == '/' && at(position + 1) == '*') {
                skipBlockComment();
            } else if (isWordPart(current)) {
                skipWord();
                if (depth == 0) {
                    return true;
                }
            } else {
                position++;
                if (current == '(' || current == '[' || current == '{') {
                    if (depth++ == 0) {
                        return true;
                    }
                } else if (current == ')' || current == ']' || current == '}') {
                    depth = Math.max(0, depth - 1);
                } else if (depth == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the current token begins. */
    int start() {
        return start;
    }

    /** Where the current token ends; an opening bracket ends after itself. */
    int end() {
        return position;
    }

    /** The current token in upper case. */
    String word() {
        return text().toUpperCase(Locale.ROOT);
    }

    /** The current token as written. */
    String text() {
        return new String(text, start, position - start, UTF_8);
    }

    private int at(int index) {
        return index < text.length ? text[index] : -1;
    }

    private void skipQuoted(int quote) {
        position++;
        while (position < text.length) {
            if (text[position] == '\\') {
                position += 2;
            } else if (text[position] == quote) {
                position++;
                if (at(position) != quote) {
                    return;
                }
                position++;
            } else {
                position++;
            }
        }
        position = text.length;
    }

    private void skipTo(int end) {
        while (position < text.length && text[position] != end) {
            position++;
        }
    }

    private void skipBlockComment() {
        position += 2;
        while (position < text.length && !(text[position] == '*' && at(position + 1) == '/')) {
            position++;
        }
        position = Math.min(text.length, position + 2);
    }

    private void skipWord() {
        while (position < text.length && isWordPart(text[position])) {
            position++;
        }
    }

    private static boolean isWordPart(int current) {
        return current < 0 || current == '_' || Character.isLetterOrDigit(current);
    }
}
