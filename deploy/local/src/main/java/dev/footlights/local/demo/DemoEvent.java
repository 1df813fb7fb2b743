package dev.footlights.local.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One event before it is written.
 *
 * @param person number of the person, or -1 for a guest
 * @param at when
 * @param eventId made by the client
 * @param attributes text or numbers
 * @param context pluginId and what else the frontend adds
 * @param user entity ref; empty when nobody is signed in
 * @param group entity ref of the own group, when the event carries it
 * @param sessionId empty when the client sends none
 */
record DemoEvent(
        int person,
        Instant at,
        String eventId,
        String action,
        String subject,
        OptionalDouble value,
        Map<String, Object> attributes,
        Map<String, String> context,
        Optional<String> user,
        Optional<String> group,
        Optional<String> sessionId) {}
