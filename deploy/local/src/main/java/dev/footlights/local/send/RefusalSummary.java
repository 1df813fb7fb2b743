package dev.footlights.local.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Refusals counted by reason, with the first few of each. */
public final class RefusalSummary {
    private static final int EXAMPLES = 3;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<String>> examples = new TreeMap<>();

    /** Counts one. */
    public void add(String place, Refusal refusal) {
        counts.merge(refusal.reason(), 1, Integer::sum);
        List<String> kept = examples.computeIfAbsent(refusal.reason(), reason -> new ArrayList<>());
        if (kept.size() < EXAMPLES) {
            String id = refusal.eventId().isEmpty() ? "" : " (" + refusal.eventId() + ")";
            String detail = refusal.detail().isEmpty() ? "" : ": " + refusal.detail();
            kept.add(place + id + detail);
        }
    }

    /** How many in all. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A line per reason, most frequent first, each followed by its first few. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(reason -> {
                    lines.add("  %d × %s".formatted(reason.getValue(), reason.getKey()));
                    examples.getOrDefault(reason.getKey(), List.of()).forEach(example -> lines.add("      " + example));
                });
        return lines;
    }
}
