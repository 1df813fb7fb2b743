package dev.footlights.query.funnel;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.funnel.FirstTouches.Touches;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which steps of funnels are told. Not those of too few people, nor those that too few were lost before, since the
 * step told before it; and nothing from the first step on whose feature no figure of the team is told of. Nor what would tell
 * such a step of a team beside.
 */
record StepDiscretion(Company company, Period period, List<Step> steps) {
    static Entry entry(String team, int number) {
        return new Entry(team, Integer.toString(number));
    }

    /**
     * Why each step that isn't told isn't.
     *
     * @param reached who reached each step, by team
     */
    Map<Entry, Reason> withheld(Map<String, List<List<Touches>>> reached) {
        Set<Cell> silent = company.silent(
                steps.stream().map(Step::feature).distinct().toList(), Granularity.TOTAL, List.of(period));
        Map<Entry, Crowd> crowds = new HashMap<>();
        Set<Entry> withheld = new HashSet<>();
        reached.forEach((team, stages) -> {
            long told = 0;
            boolean from = false;
            for (int number = 0; number < stages.size(); number++) {
                List<Touches> here = stages.get(number);
                crowds.put(entry(team, number), crowd(here));
                boolean nothing =
                        silent.contains(new Cell(team, steps.get(number).feature(), period.start()));
                from |= nothing;
                boolean fewLost = number > 0 && company.floor().withholds(told - here.size());
                boolean few = from || fewLost || company.floor().withholds(here.size());
                if (here.isEmpty() ? nothing || keepsNobody(number) : few) {
                    withheld.add(entry(team, number));
                } else {
                    told = here.size();
                }
            }
        });
        Map<Entry, Reason> reasons = new HashMap<>();
        company.withheld(crowds, withheld).forEach(entry -> reasons.put(entry, reason(crowds, entry)));
        return reasons;
    }

    /** That nobody did anything with an item isn't told beside other teams: lists don't tell it where others would follow. */
    private boolean keepsNobody(int number) {
        return steps.get(number).item().isPresent() && company.hasSisters();
    }

    private Reason reason(Map<Entry, Crowd> crowds, Entry entry) {
        long people = crowds.getOrDefault(entry, Crowd.NOBODY).people();
        return company.floor().withholds(people) ? Reason.FEW_PEOPLE : Reason.NEIGHBOURS;
    }

    private Crowd crowd(List<Touches> people) {
        return new Crowd(people.stream()
                .limit(Math.max(1, company.floor().people()))
                .map(Touches::person)
                .collect(Collectors.toSet()));
    }
}
