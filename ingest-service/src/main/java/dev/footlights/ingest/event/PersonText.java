package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps names of people out of what is kept about an event: who did it, and whose page it was. */
final class PersonText {
    /** Keys under which clients say who did it, lower case. */
    private static final Set<String> USER_KEYS = Set.of(
            "user",
            "username",
            "userid",
            "userref",
            "userentityref",
            "useremail",
            "email",
            "ownershipentityrefs",
            "identity",
            "distinctid",
            "formdata");

    private static final Pattern USER_PAGE =
            Pattern.compile("(?<=/catalog/)([^/]+)/user/([^/]+)", Pattern.CASE_INSENSITIVE);

    private final Pseudonyms pseudonyms;

    PersonText(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Whether a key's value says who did it, or what they filled into a form. */
    static boolean isPersonal(String key) {
        return USER_KEYS.contains(key.toLowerCase(Locale.ROOT));
    }

    /** The ref; of a user with the pseudonym in place of the name. */
    EntityRef hide(EntityRef ref) {
        return ref.isUser() ? new EntityRef(EntityRef.USER, ref.namespace(), pseudonyms.ofUser(ref)) : ref;
    }

    /** The text, where it is a user ref or the path of a user's page with the pseudonym in place of the name. */
    String hide(String text) {
        if (text.regionMatches(true, 0, "user:", 0, 5)) {
            Optional<EntityRef> ref = EntityRef.user(text);
            return ref.isPresent() ? hide(ref.get()).toString() : text;
        }
        if (!text.contains("/catalog/")) {
            return text;
        }
        return USER_PAGE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(userPage(match)));
    }

    /** A value without what a URL says beside where it leads, and with users hidden. */
    String clean(String value) {
        return hide(UrlText.looksLikeUrl(value) ? UrlText.strip(value) : value);
    }

    /** The value of an attribute; a route's parameters name a user in three of them. */
    String hide(String key, String value, List<String> route) {
        if (key.equals("name") && route.getFirst().equalsIgnoreCase(EntityRef.USER)) {
            String namespace = route.getLast().isEmpty() ? EntityRef.DEFAULT_NAMESPACE : route.getLast();
            return pseudonyms.ofUser(new EntityRef(EntityRef.USER, namespace, value));
        }
        return hide(value);
    }

    private String userPage(MatchResult match) {
        EntityRef user = new EntityRef(EntityRef.USER, match.group(1), match.group(2));
        return match.group(1) + "/user/" + pseudonyms.ofUser(user);
    }
}
