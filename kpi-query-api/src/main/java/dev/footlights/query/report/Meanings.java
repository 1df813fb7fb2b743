package dev.footlights.query.report;

import java.util.Map;
import java.util.Optional;

/** Why a change of a KPI may matter, in a sentence. Says what to think of, never what caused it. */
final class Meanings {
    private record Meaning(String up, String down) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(
                    "active-users",
                    new Meaning(
                            "More people find a reason to come.",
                            "Fewer people find a reason to come: ask some who left.")),
            Map.entry(
                    "adoption-rate",
                    new Meaning(
                            "The portal reaches more of those it is for.",
                            "The portal reaches fewer of those it is for.")),
            Map.entry(
                    "new-users",
                    new Meaning(
                            "First visits decide who returns: see that newcomers find what they came for.",
                            "Fewer try it for the first time: those who don't know it may need an invitation.")),
            Map.entry(
                    "dormant-users",
                    new Meaning(
                            "People who stay away for a week may not return by themselves.",
                            "Fewer stayed away than before: those who come keep coming.")),
            Map.entry(
                    "stickiness",
                    new Meaning(
                            "People come on more days: it is becoming a habit.",
                            "People come on fewer days: it is less of a habit.")),
            Map.entry("sessions", new Meaning("People came more often.", "People came less often.")),
            Map.entry("page-views", new Meaning("More was looked at.", "Less was looked at.")),
            Map.entry(
                    "template-runs",
                    new Meaning(
                            "More work begins on a golden path.",
                            "Less work begins on a golden path: is it done by hand, or was there less to begin?")),
            Map.entry(
                    "template-runs-failed",
                    new Meaning(
                            "Whoever fails at a template goes back to doing it by hand.",
                            "Fewer were let down by a template.")),
            Map.entry(
                    "minutes-saved",
                    new Meaning("Templates took more work off people.", "Templates took less work off people.")),
            Map.entry(
                    "searches",
                    new Meaning(
                            "More people look for answers here.",
                            "Fewer look for answers here: they find them at once, or ask elsewhere.")),
            Map.entry(
                    "zero-result-searches",
                    new Meaning(
                            "Each is a question that the portal left unanswered.",
                            "Fewer questions are left unanswered.")),
            Map.entry(
                    "search-success-rate",
                    new Meaning(
                            "A search leads to something more often.",
                            "A search leads to something less often: see what was searched for and not found.")),
            Map.entry(
                    "checklist-progress",
                    new Meaning("People know more of the portal.", "Less of the checklist is done than before.")),
            Map.entry(
                    "activation-rate",
                    new Meaning(
                            "More newcomers find their way in within days.",
                            "Fewer newcomers find their way in within days.")));

    private Meanings() {}

    static Optional<String> of(Measure measure) {
        return Optional.ofNullable(MEANINGS.get(measure.kpi().id()))
                .map(meaning -> measure.change() > 0 ? meaning.up() : meaning.down());
    }
}
