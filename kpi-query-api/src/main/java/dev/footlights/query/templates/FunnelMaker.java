package dev.footlights.query.templates;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.templates.StagePeople.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a template's funnel of its groups. A person is at a stage when they did it at least once in the days, whatever
 * they did before; between two stages those are lost who were at the first and not at the second.
 *
 * @param sums at least one
 * @param untold stages that aren't told, beside those of too few people
 */
record FunnelMaker(Floor floor, List<Group> groups, List<StageSums.Sum> sums, Untold untold) {
    /** Everybody who is known to have done anything with the template; one when only things that are nobody's are known. */
    long people() {
        return atLeastOne(groups.stream().mapToLong(Group::people).sum());
    }

    /** What is nobody's was somebody's. */
    private static long atLeastOne(long people) {
        return Math.max(1, people);
    }

    TemplateFunnel funnel() {
        boolean outcomes = groups.stream()
                .flatMap(group -> group.stages().stream())
                .anyMatch(stage -> stage.startsWith(Stages.OUTCOME));
        List<String> names = new ArrayList<>(List.of(Stages.OPEN));
        names.addAll(steps());
        names.add(Stages.CREATE);
        if (outcomes) {
            names.add(Stages.COMPLETED);
        }
        List<Tally> stages = new ArrayList<>();
        String before = null;
        for (String name : names) {
            stages.add(tally(name, before));
            before = name;
        }
        long saved = sums.stream().mapToLong(StageSums.Sum::savedMicroMinutes).sum();
        return new TemplateFunnel(
                template(),
                stages,
                tally(Stages.RESTART, null),
                tally(Stages.RETRIED, null),
                tally(Stages.CANCELLED, null),
                outcomes ? tally(Stages.FAILED, null) : null,
                withheld(Stages.CREATE) ? null : Minutes.of(saved));
    }

    /** The steps of the form that somebody was at, in the order of their numbers. */
    private List<String> steps() {
        return groups.stream()
                .flatMap(group -> group.stages().stream())
                .filter(stage -> stage.startsWith(Stages.STEP))
                .distinct()
                .sorted(Comparator.comparingInt(stage -> Integer.parseInt(stage.substring(Stages.STEP.length()))))
                .toList();
    }

    private Tally tally(String stage, @Nullable String before) {
        if (withheld(stage)) {
            return new Tally(spoken(stage), null, null, null, true);
        }
        boolean anonymous = anonymous(stage);
        long events = sums.stream()
                .filter(sum -> sum.stage().equals(stage))
                .mapToLong(StageSums.Sum::events)
                .sum();
        return new Tally(
                spoken(stage),
                anonymous ? null : peopleAt(stage),
                events,
                before == null || anonymous || withheld(before) ? null : lost(before, stage),
                false);
    }

    private String template() {
        return sums.getFirst().template();
    }

    private boolean withheld(String stage) {
        // Whose the outcomes are is said of none or few; the runs that they are of tell how many people it may be
        // about.
        long about =
                anonymous(stage) ? atLeastOne(Math.max(peopleAt(stage), peopleAt(Stages.CREATE))) : peopleAt(stage);
        return floor.withholds(about) || untold.hides(template(), stage) || (about > 0 && untold.at(template(), stage));
    }

    private @Nullable Double lost(String before, String stage) {
        long had = peopleAt(before);
        long gone = groups.stream()
                .filter(group -> at(group, before) && !at(group, stage))
                .mapToLong(Group::people)
                .sum();
        return had == 0 || floor.withholds(gone) ? null : (Double) ((double) gone / had);
    }

    private long peopleAt(String stage) {
        return groups.stream()
                .filter(group -> at(group, stage))
                .mapToLong(Group::people)
                .sum();
    }

    private boolean anonymous(String stage) {
        return groups.stream().anyMatch(group -> group.anonymous() && at(group, stage));
    }

    private static boolean at(Group group, String stage) {
        return group.stages().contains(stage);
    }

    private static String spoken(String stage) {
        return stage.startsWith(Stages.OUTCOME) ? stage.substring(Stages.OUTCOME.length()) : stage;
    }
}
