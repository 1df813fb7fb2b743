package dev.footlights.schemas.surveys;

import dev.footlights.schemas.files.CatalogueNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The surveys, in order. */
public record Surveys(List<Survey> surveys) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 500;

    public Surveys {
        surveys = List.copyOf(surveys);
    }

    /** Those that come with Footlights. */
    public static Surveys shipped() {
        try (InputStream in = Objects.requireNonNull(
                Surveys.class.getResourceAsStream("/footlights/surveys.yaml"), "footlights/surveys.yaml")) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("surveys.yaml in the schemas jar can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it can't be read
     * @throws IllegalArgumentException naming the key that can't be used: an unknown kind, an id that stands twice
     */
    public static Surveys read(InputStream in) throws IOException {
        List<Survey> surveys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CatalogueNode node : CatalogueNode.read(in).only("surveys").list("surveys")) {
            String id = id(node.only("id", "title", "questions"), seen);
            surveys.add(new Survey(id, node.text("title", LONGEST_TITLE), questions(node)));
        }
        return new Surveys(surveys);
    }

    public Optional<Survey> survey(String id) {
        return surveys.stream().filter(survey -> survey.id().equals(id)).findFirst();
    }

    private static List<Question> questions(CatalogueNode survey) {
        List<Question> questions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CatalogueNode node : survey.list("questions")) {
            String id = id(node.only("id", "text", "kind"), seen);
            questions.add(new Question(id, node.text("text", LONGEST_TEXT), kind(node)));
        }
        if (questions.isEmpty()) {
            throw survey.refused("questions", "has no questions");
        }
        return questions;
    }

    private static String id(CatalogueNode node, Set<String> seen) {
        String id = node.text("id", LONGEST_TITLE);
        if (!ID.matcher(id).matches()) {
            throw node.refused("id", "must be lower-case letters, digits and dashes, at most 64");
        }
        if (!seen.add(id)) {
            throw node.refused("id", "\"" + id + "\" stands twice");
        }
        return id;
    }

    private static Question.Kind kind(CatalogueNode node) {
        String text = node.text("kind", LONGEST_TITLE);
        return Arrays.stream(Question.Kind.values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> node.refused(
                        "kind",
                        "\"" + text + "\" is none of "
                                + Arrays.stream(Question.Kind.values())
                                        .map(Question.Kind::text)
                                        .collect(Collectors.joining(", "))));
    }
}
