package dev.footlights.ingest.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Backstage entity ref in its canonical form: lower case and complete.
 *
 * @param kind such as {@code user}
 * @param namespace such as {@code default}
 * @param name such as {@code jane.doe}
 */
public record EntityRef(String kind, String namespace, String name) {
    /** The namespace of refs that give none. */
    public static final String DEFAULT_NAMESPACE = "default";

    public static final String USER = "user";
    public static final String GROUP = "group";

    private static final int LONGEST = 256;
    private static final String PART = "([^:/\\p{Cntrl}\\p{Z}\\p{Cf}]+)";
    private static final Pattern FORM = Pattern.compile("(?:" + PART + ":)?(?:" + PART + "/)?" + PART);

    public EntityRef {
        kind = kind.toLowerCase(Locale.ROOT);
        namespace = namespace.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@code [kind:][namespace/]name}.
     *
     * @param defaultKind for a ref without kind
     * @param defaultNamespace for a ref without namespace
     * @return empty when it isn't of that form or has more than 256 characters
     */
    public static Optional<EntityRef> parse(String text, String defaultKind, String defaultNamespace) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new EntityRef(
                matcher.group(1) == null ? defaultKind : matcher.group(1),
                matcher.group(2) == null ? defaultNamespace : matcher.group(2),
                matcher.group(3)));
    }

    /** A person: a bare name is {@code user:default/name}. Empty when malformed or of another kind. */
    public static Optional<EntityRef> user(String text) {
        return parse(text, USER, DEFAULT_NAMESPACE).filter(ref -> ref.kind.equals(USER));
    }

    /** A team: a bare name is {@code group:default/name}. Empty when malformed or of another kind. */
    public static Optional<EntityRef> group(String text) {
        return parse(text, GROUP, DEFAULT_NAMESPACE).filter(ref -> ref.kind.equals(GROUP));
    }

    public boolean isUser() {
        return kind.equals(USER);
    }

    /** {@code kind:namespace/name}. */
    @Override
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
