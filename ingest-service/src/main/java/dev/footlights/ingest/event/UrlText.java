package dev.footlights.ingest.event;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes URLs and paths fit to be kept: where somebody went, without what they typed, searched or signed in with. */
final class UrlText {
    private static final Pattern USER_INFO = Pattern.compile("(^//|://)[^/\\s]*@");
    /** Some templates' forms travel in a link's query. */
    private static final String FORM_DATA = "formdata=";

    private UrlText() {}

    /** Whether a text is, or carries, a URL rather than words. */
    static boolean looksLikeUrl(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first == '/' || first == '?' || first == '#' || text.startsWith("./") || text.startsWith("../")) {
            return true;
        }
        return text.contains("://")
                || text.startsWith("mailto:")
                || text.startsWith("tel:")
                || text.toLowerCase(Locale.ROOT).contains(FORM_DATA);
    }

    /**
     * Without query, fragment, user info and trailing slashes; {@code /} stays. Of {@code mailto:} and {@code tel:} only
     * the scheme stays. Doing it twice changes nothing more.
     */
    static String strip(String url) {
        String text = url.substring(0, endOfPath(url));
        if (text.startsWith("mailto:") || text.startsWith("tel:")) {
            return text.substring(0, text.indexOf(':') + 1);
        }
        text = USER_INFO.matcher(text).replaceAll("$1");
        int end = text.length();
        int root = text.startsWith("/") ? 1 : 0;
        while (end > root && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /** At most so many bytes of UTF-8, never half a character. */
    static String cut(String text, int mostBytes) {
        if (text.length() * 3L <= mostBytes || bytes(text) <= mostBytes) {
            return text;
        }
        int used = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            used += bytes(codePoint);
            if (used > mostBytes) {
                break;
            }
            index += Character.charCount(codePoint);
        }
        return text.substring(0, index);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int bytes(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static int endOfPath(String url) {
        for (int index = 0; index < url.length(); index++) {
            if (url.charAt(index) == '?' || url.charAt(index) == '#') {
                return index;
            }
        }
        return url.length();
    }
}
