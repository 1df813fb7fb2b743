package dev.footlights.schemas.features;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on one event, all of which must hold; an absent one always holds. Values are globs: {@code *} is anything
 * within a segment, {@code **} anything at all.
 */
public record FeatureRule(
        @Nullable String plugin,
        @Nullable String extension,
        @Nullable String route,
        @Nullable String path,
        @Nullable String action,
        @Nullable String kind) {

    boolean hasConditions() {
        return plugin != null || extension != null || route != null || path != null || action != null || kind != null;
    }

    Matcher compile() {
        return new Matcher(glob(plugin), glob(extension), glob(route), glob(path), glob(action), glob(kind));
    }

    private static @Nullable Glob glob(@Nullable String text) {
        return text == null ? null : Glob.of(text);
    }

    /** The rule, ready to match. */
    record Matcher(
            @Nullable Glob plugin,
            @Nullable Glob extension,
            @Nullable Glob route,
            @Nullable Glob path,
            @Nullable Glob action,
            @Nullable Glob kind) {
        boolean matches(EventTraits event) {
            return holds(plugin, event.plugin())
                    && holds(action, event.action())
                    && holds(path, event.path())
                    && holds(extension, event.extension())
                    && holds(route, event.route())
                    && holds(kind, event.kind());
        }

        private static boolean holds(@Nullable Glob glob, String value) {
            return glob == null || glob.matches(value);
        }
    }

    /** A literal, or a pattern when the text has a star. */
    record Glob(String literal, @Nullable Pattern pattern) {
        private static final Pattern STARS = Pattern.compile("\\*{1,2}");

        static Glob of(String text) {
            if (!text.contains("*")) {
                return new Glob(text, null);
            }
            String regex = STARS.matcher(text)
                    .replaceAll(stars -> stars.group().length() == 2 ? "\\\\E.*\\\\Q" : "\\\\E[^/]*\\\\Q");
            return new Glob(text, Pattern.compile("\\Q" + regex + "\\E"));
        }

        boolean matches(String value) {
            return pattern == null
                    ? literal.equals(value)
                    : pattern.matcher(value).matches();
        }
    }
}
