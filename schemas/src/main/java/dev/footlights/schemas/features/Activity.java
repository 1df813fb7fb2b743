package dev.footlights.schemas.features;

import dev.footlights.schemas.avro.UsageEvent;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event counts as, beside its feature: the one place where actions are read.
 *
 * @param action the event's action; a scaffolder click by what it does: {@code open}, {@code step-3}, {@code restart}; a
 *     discover with the rank of what was opened: {@code discover-1}, from 100 on {@code discover-100}, without a rank
 *     {@code discover}
 * @param item what the feature was used on: entity, page or link target; empty when there is none
 */
public record Activity(String action, String item) {
    private static final Set<String> NOT_INTERACTIONS = Set.of("navigate", "search", "not-found", "signIn", "signOut");
    private static final Pattern STEP = Pattern.compile("Next Step \\((\\d{1,3})\\)");
    private static final int LONGEST_ITEM = 256;
    private static final long LAST_RANK = 100;

    public static Activity of(UsageEvent event) {
        return new Activity(actionOf(event), shorten(itemOf(event)));
    }

    /** Whether the event is an interaction: any action but looking, searching and signing in or out. */
    public static boolean isInteraction(UsageEvent event) {
        return !NOT_INTERACTIONS.contains(event.getAction());
    }

    /** Whether the event is a template run; its value is the minutes saved. */
    public static boolean isTemplateRun(UsageEvent event) {
        return event.getAction().equals("create") && event.getPluginId().equals("scaffolder");
    }

    /** Whether the event opens a result of a search; its value is the rank. */
    public static boolean isDiscover(UsageEvent event) {
        return event.getAction().equals("discover");
    }

    private static String actionOf(UsageEvent event) {
        if (isDiscover(event)) {
            return discoverOf(event.getValue());
        }
        if (!event.getAction().equals("click") || !event.getPluginId().equals("scaffolder")) {
            return event.getAction();
        }
        Matcher step = STEP.matcher(event.getSubject());
        if (step.matches()) {
            return "step-" + step.group(1);
        }
        return switch (event.getSubject()) {
            case "Template has been opened" -> "open";
            case "Task has been started over" -> "restart";
            default -> event.getAction();
        };
    }

    /** Rounded half up; a rank below 0 is 0, and what is no number is none. */
    private static String discoverOf(@Nullable Double rank) {
        return rank == null || rank.isNaN() ? "discover" : "discover-" + Math.clamp(Math.round(rank), 0, LAST_RANK);
    }

    private static String itemOf(UsageEvent event) {
        if (!event.getEntityRef().isEmpty()) {
            return event.getEntityRef();
        }
        return switch (event.getAction()) {
            case "navigate", "not-found" -> event.getSubject();
            case "discover" -> event.getAttributes().getOrDefault("to", "");
            default -> "";
        };
    }

    private static String shorten(String item) {
        return item.length() <= LONGEST_ITEM ? item : item.substring(0, LONGEST_ITEM);
    }
}
