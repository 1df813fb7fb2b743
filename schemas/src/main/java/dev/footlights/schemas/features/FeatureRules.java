package dev.footlights.schemas.features;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.footlights.schemas.avro.UsageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The features of the portal, in order, and the rules that assign each event to exactly one of them. Immutable and safe
 * to share between threads.
 */
public final class FeatureRules {
    /** Feature of events whose plugin id is not a usable name. */
    public static final String OTHER = "other";

    /** Stands for all features together. */
    public static final String ALL = "*";

    private static final Pattern USABLE_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final List<Feature> features;
    private final List<Compiled> compiled;

    private record Compiled(String feature, List<FeatureRule.Matcher> matchers) {}

    private record File(List<Feature> features) {}

    /** @throws IllegalArgumentException when an id stands twice */
    public FeatureRules(List<Feature> features) {
        Set<String> seen = new HashSet<>();
        for (Feature feature : features) {
            if (!seen.add(feature.id())) {
                throw new IllegalArgumentException("features.yaml: id \"" + feature.id() + "\" stands twice");
            }
        }
        this.features = List.copyOf(features);
        this.compiled = features.stream()
                .map(feature -> new Compiled(
                        feature.id(),
                        feature.rules().stream().map(FeatureRule::compile).toList()))
                .toList();
    }

    /** The rules that come with Footlights. */
    public static FeatureRules shipped() {
        try (InputStream in = Objects.requireNonNull(
                FeatureRules.class.getResourceAsStream("/footlights/features.yaml"), "footlights/features.yaml")) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("features.yaml in the schemas jar can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file of rules.
     *
     * @throws IOException when it is not YAML of the documented form; the message names the place
     */
    public static FeatureRules read(InputStream in) throws IOException {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new FeatureRules(yaml.readValue(in, File.class).features());
    }

    public List<Feature> features() {
        return features;
    }

    public Optional<Feature> feature(String id) {
        return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
    }

    /** The one feature of an event: the first with a matching rule, else its plugin id, else {@link #OTHER}. */
    public String featureOf(UsageEvent event) {
        EventTraits traits = EventTraits.of(event);
        for (Compiled candidate : compiled) {
            for (FeatureRule.Matcher matcher : candidate.matchers()) {
                if (matcher.matches(traits)) {
                    return candidate.feature();
                }
            }
        }
        return USABLE_NAME.matcher(traits.plugin()).matches() ? traits.plugin() : OTHER;
    }
}
