package dev.footlights.systemtest.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Someone who uses the portal.
 *
 * @param user user ref; empty for someone not signed in
 * @param session the client's session; empty when it sends none
 * @param groups what the client says of their groups; the roster may say otherwise
 */
record Person(String user, String session, List<String> groups) {
    /**
     * The fields that say who it was, spelt in one of the ways clients do.
     *
     * @param sitting sets the client's sessions of a user apart; 0 for a client that sends none. Who has no user keeps their
     *     session, being known by it
     */
    Map<String, Object> fields(Random random, int sitting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!user.isEmpty()) {
            fields.put("user", spelling(random));
        }
        if (!session.isEmpty() && (user.isEmpty() || sitting > 0)) {
            fields.put("sessionId", user.isEmpty() ? session : session + "-" + sitting);
        }
        if (!groups.isEmpty()) {
            fields.put("groups", groups);
        }
        return fields;
    }

    private String spelling(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "User:Default/" + user.substring("user:default/".length());
            case 1 -> user.substring("user:default/".length());
            default -> user;
        };
    }
}
