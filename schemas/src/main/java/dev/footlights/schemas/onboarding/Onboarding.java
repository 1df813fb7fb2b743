package dev.footlights.schemas.onboarding;

import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.files.CatalogueNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The checklist of features, and paths per role.
 *
 * @param checklist in order, not empty
 */
public record Onboarding(List<Step> checklist, List<LearningPath> paths) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern LINK = Pattern.compile("(https?://|/)[^\\s\\p{Cntrl}\"<>]{1,500}");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LINK = 500;

    public Onboarding {
        checklist = List.copyOf(checklist);
        paths = List.copyOf(paths);
    }

    /** The one that comes with Footlights. */
    public static Onboarding shipped(FeatureRules rules) {
        try (InputStream in = Objects.requireNonNull(
                Onboarding.class.getResourceAsStream("/footlights/onboarding.yaml"), "footlights/onboarding.yaml")) {
            return read(in, rules);
        } catch (IOException e) {
            throw new IllegalStateException("onboarding.yaml in the schemas jar can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file.
     *
     * @param rules which features there are
     * @throws IOException when it can't be read
     * @throws IllegalArgumentException naming the key that can't be used: an unknown feature, an id that stands twice
     */
    public static Onboarding read(InputStream in, FeatureRules rules) throws IOException {
        CatalogueNode file = CatalogueNode.read(in).only("checklist", "paths");
        List<Step> checklist = steps(file, "checklist", rules);
        List<LearningPath> paths = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CatalogueNode node : file.list("paths")) {
            String id = node.only("id", "title", "features").text("id", LONGEST_TITLE);
            if (!ID.matcher(id).matches()) {
                throw node.refused("id", "must be lower-case letters, digits and dashes, at most 64");
            }
            if (!seen.add(id)) {
                throw node.refused("id", "\"" + id + "\" stands twice");
            }
            paths.add(new LearningPath(id, node.text("title", LONGEST_TITLE), steps(node, "features", rules)));
        }
        return new Onboarding(checklist, paths);
    }

    public Optional<LearningPath> path(String id) {
        return paths.stream().filter(path -> path.id().equals(id)).findFirst();
    }

    private static List<Step> steps(CatalogueNode holder, String name, FeatureRules rules) {
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CatalogueNode node : holder.list(name)) {
            String feature = node.only("feature", "title", "link").text("feature", LONGEST_TITLE);
            if (rules.feature(feature).isEmpty()) {
                throw node.refused("feature", "\"" + feature + "\" is not a feature of features.yaml");
            }
            if (!seen.add(feature)) {
                throw node.refused("feature", "\"" + feature + "\" stands twice");
            }
            String link = node.text("link", LONGEST_LINK);
            if (!LINK.matcher(link).matches()) {
                throw node.refused("link", "is neither an http or https address nor a path of the portal");
            }
            steps.add(new Step(feature, node.text("title", LONGEST_TITLE), link));
        }
        if (steps.isEmpty()) {
            throw holder.refused(name, "has no features");
        }
        return steps;
    }
}
