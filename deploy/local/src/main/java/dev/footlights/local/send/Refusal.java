package dev.footlights.local.send;

/**
 * An event that was not taken.
 *
 * @param index in its request, from 0
 * @param eventId as answered; empty when it has none
 * @param reason the code
 * @param detail in words; may be empty
 */
public record Refusal(int index, String eventId, String reason, String detail) {}
