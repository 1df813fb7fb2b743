package dev.footlights.schemas.topics;

import java.util.List;
import java.util.stream.Collectors;

/** Topics are there but aren't as they must be. Starting anyway could lose data, so a service stops here. */
public final class TopicPolicyException extends RuntimeException {
    private final List<TopicProblem> problems;

    public TopicPolicyException(List<TopicProblem> problems) {
        super(problems.stream().map(TopicProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem of every topic, at least one. */
    public List<TopicProblem> problems() {
        return problems;
    }
}
