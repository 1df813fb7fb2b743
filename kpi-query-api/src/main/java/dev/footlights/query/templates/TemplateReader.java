package dev.footlights.query.templates;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.Query;
import dev.footlights.query.templates.StagePeople.Group;
import dev.footlights.query.templates.TemplateOutcomes.Outcomes;
import dev.footlights.query.templates.TemplateRuns.Runs;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what became of templates. */
public final class TemplateReader {
    private final ClickHouse clickHouse;
    private final int mostRows;
    private final TemplateDiscretion discretion;

    /** @param mostRows that the asked days may have */
    public TemplateReader(ClickHouse clickHouse, int mostRows, ZoneId reportingZone) {
        this.clickHouse = clickHouse;
        this.mostRows = mostRows;
        this.discretion = new TemplateDiscretion(clickHouse, mostRows, reportingZone);
    }

    /** The funnel of each template, the most run first; those whose runs are withheld last. */
    public Told<TemplateFunnel> funnels(TemplateQuestion asked, Optional<String> template) {
        Stages stages = new Stages(asked.days(), template);
        Supplier<Untold> deciding = Meanwhile.read(() -> discretion.ofStages(asked, template));
        Supplier<List<StageSums.Sum>> reading = Meanwhile.read(() -> clickHouse.run(new StageSums(stages)));
        Map<String, List<Group>> groups = groups(stages).stream().collect(Collectors.groupingBy(Group::code));
        Map<String, List<StageSums.Sum>> sums =
                reading.get().stream().collect(Collectors.groupingBy(StageSums.Sum::code));
        Untold untold = deciding.get();
        List<TemplateFunnel> told = new ArrayList<>();
        int withheld = 0;
        for (Map.Entry<String, List<StageSums.Sum>> entry : sums.entrySet()) {
            List<Group> people = groups.get(entry.getKey());
            if (people == null) {
                // First used between the two readings, it is in the next answer.
                continue;
            }
            FunnelMaker maker = new FunnelMaker(asked.floor(), people, entry.getValue(), untold);
            if (untold.everything() || asked.floor().withholds(maker.people())) {
                withheld++;
            } else {
                told.add(maker.funnel());
            }
        }
        told.sort(Comparator.comparing(TemplateFunnel::runs, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
                .thenComparing(TemplateFunnel::template));
        return new Told<>(told, untold.everything() ? null : (Integer) withheld);
    }

    /** The templates that were run, the most run first. */
    public Told<TemplateRow> templates(TemplateQuestion asked) {
        Supplier<Untold> deciding = Meanwhile.read(() -> discretion.ofRuns(asked));
        Map<String, List<Outcomes>> outcomes = clickHouse.run(new TemplateOutcomes(asked.days())).stream()
                .collect(Collectors.groupingBy(Outcomes::template));
        List<Runs> all = bounded(new TemplateRuns(asked.days(), mostRows + 1));
        Untold untold = deciding.get();
        if (untold.everything()) {
            return new Told<>(List.of(), null);
        }
        List<TemplateRow> told = new ArrayList<>();
        Set<String> unnamed = new HashSet<>(untold.templatesAt(Stages.CREATE));
        all.stream().filter(runs -> !asked.floor().withholds(runs.people())).forEach(runs -> {
            unnamed.remove(runs.template());
            told.add(row(runs, outcomes.getOrDefault(runs.template(), List.of()), asked.floor(), untold));
        });
        told.sort(Comparator.comparing(TemplateRow::runs, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
                .thenComparing(TemplateRow::template));
        return new Told<>(told, unnamed.size());
    }

    private List<Group> groups(Stages stages) {
        List<Group> groups = bounded(new StagePeople(stages, false, mostRows + 1));
        return groups.stream().anyMatch(Group::others) ? bounded(new StagePeople(stages, true, mostRows + 1)) : groups;
    }

    private <R> List<R> bounded(Query<R> query) {
        List<R> rows = clickHouse.run(query);
        if (rows.size() > mostRows) {
            throw Refusals.parameter("from", "makes too many templates; ask for fewer days");
        }
        return rows;
    }

    private static TemplateRow row(Runs runs, List<Outcomes> outcomes, Floor floor, Untold untold) {
        boolean named = untold.at(runs.template(), Stages.CREATE);
        boolean withheld = withholdsRate(runs, outcomes, floor, untold);
        return new TemplateRow(
                runs.template(),
                named ? null : (Long) runs.runs(),
                named ? null : (Long) runs.people(),
                outcomes.isEmpty() || withheld ? null : rate(outcomes),
                withheld,
                named ? null : Minutes.of(runs.savedMicroMinutes()),
                named ? null : runs.lastRun());
    }

    /** Of a part about too few people the rate would tell how many tasks it is, together with the other part. */
    private static boolean withholdsRate(Runs runs, List<Outcomes> parts, Floor floor, Untold untold) {
        String template = runs.template();
        return untold.hides(template, Stages.ENDED)
                || (!parts.isEmpty() && untold.at(template, Stages.ENDED))
                || parts.stream()
                        .anyMatch(part -> floor.withholds(about(runs, part)) || untold.at(template, part.stage()));
    }

    /** When some outcomes don't say whose they are, the people of the runs. */
    private static long about(Runs runs, Outcomes outcomes) {
        return outcomes.anonymous() ? Math.max(outcomes.people(), runs.people()) : outcomes.people();
    }

    private static double rate(List<Outcomes> outcomes) {
        long completed = outcomes.stream()
                .filter(part -> part.stage().equals(Stages.COMPLETED))
                .mapToLong(Outcomes::tasks)
                .sum();
        return (double) completed / outcomes.stream().mapToLong(Outcomes::tasks).sum();
    }
}
