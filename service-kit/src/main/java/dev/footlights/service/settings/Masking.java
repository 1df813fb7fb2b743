package dev.footlights.service.settings;

import java.util.regex.Pattern;

/** Hides credentials that hide inside ordinary values. */
final class Masking {
    static final String MASK = "***";
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]+@");
    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:password|token|secret|key)=)[^&;,\\s]+");

    private Masking() {}

    /** A URL without its user, password and secret parameters; other text as it is. */
    static String userInfo(String text) {
        String withoutUser = USER_INFO.matcher(text).replaceAll("//" + MASK + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + MASK);
    }
}
