package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.Feature;
import dev.footlights.schemas.features.FeatureRules;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Names the feature of an event, and keeps the number of names without an entry in the feature rules bounded: what comes
 * after the first so many is {@link FeatureRules#OTHER}. For one thread.
 */
public final class FeatureNames {
    private final FeatureRules rules;
    private final Set<String> listed;
    private final Set<String> unlisted;
    private final int mostUnlisted;
    private final Listener listener;

    /** Told what becomes of names that no rule gives. */
    public interface Listener {
        /** A new one was taken in; it must be among the known ones from now on, also after a restart. */
        void taken(String name);

        /** One was called {@link FeatureRules#OTHER} since there are too many. */
        void refused();

        /** Tells one listener what was taken. */
        static Listener of(Consumer<String> taken, Runnable refused) {
            return new Listener() {
                @Override
                public void taken(String name) {
                    taken.accept(name);
                }

                @Override
                public void refused() {
                    refused.run();
                }
            };
        }
    }

    /** @param known unlisted names taken in earlier */
    public FeatureNames(FeatureRules rules, Set<String> known, int mostUnlisted, Listener listener) {
        this.rules = rules;
        this.listed = rules.features().stream().map(Feature::id).collect(Collectors.toSet());
        this.listed.add(FeatureRules.OTHER);
        this.unlisted = new HashSet<>(known);
        this.mostUnlisted = mostUnlisted;
        this.listener = listener;
    }

    String of(UsageEvent event) {
        String name = rules.featureOf(event);
        if (listed.contains(name) || unlisted.contains(name)) {
            return name;
        }
        if (unlisted.size() >= mostUnlisted) {
            listener.refused();
            return FeatureRules.OTHER;
        }
        unlisted.add(name);
        listener.taken(name);
        return name;
    }
}
