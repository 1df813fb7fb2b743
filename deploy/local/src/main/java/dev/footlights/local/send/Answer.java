package dev.footlights.local.send;

import java.util.List;

/**
 * What became of a request's events.
 *
 * @param accepted how many are durable
 * @param refusals the others
 */
public record Answer(int accepted, List<Refusal> refusals) {
    public Answer {
        refusals = List.copyOf(refusals);
    }
}
