package dev.footlights.query.report;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Block.Paragraph;
import dev.footlights.query.report.document.Block.Points;
import dev.footlights.query.report.document.Block.Table;
import dev.footlights.query.report.document.Chart;
import dev.footlights.query.report.document.Document.Section;
import dev.footlights.query.report.document.Span;
import dev.footlights.query.report.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The programme around the portal in words: next steps, time saved, finding, onboarding, campaigns, the books. */
final class ProgrammeWords {
    private final WeeklyReport report;
    private final StoryLinks links;

    ProgrammeWords(WeeklyReport report, StoryLinks links) {
        this.report = report;
        this.links = links;
    }

    Optional<Section> actions() {
        if (report.actions().isEmpty()) {
            return Optional.empty();
        }
        List<List<Span>> points = new ArrayList<>();
        for (WeeklyReport.Action action : report.actions()) {
            List<Span> point = new ArrayList<>(List.of(Span.of(action.sentence())));
            links.to(action.view(), action.about(), "Look").ifPresent(look -> {
                point.add(Span.of(" "));
                point.add(look);
            });
            points.add(point);
        }
        return Optional.of(new Section("actions", "Worth doing next", List.of(new Points(points))));
    }

    Optional<Section> saved() {
        Measure minutes = report.measure("minutes-saved");
        Measure money = report.measure("money-saved");
        Measure runs = report.measure("template-runs");
        if (minutes.withheld()) {
            return Optional.of(new Section(
                    "saved",
                    "Time saved",
                    List.of(Paragraph.of("How much time templates saved isn't told: too few people ran them."))));
        }
        if (minutes.value() == null || runs.value() == null || (minutes.now() == 0 && runs.now() == 0)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        String worth = money.value() != null && money.now() > 0
                ? ", worth about " + Words.money(money.now(), money.unit())
                : "";
        String before = minutes.compared() ? " In the week before it was " + Words.duration(minutes.then()) + "." : "";
        blocks.add(new Paragraph(List.of(
                Span.strong(Words.count(runs.now(), "template run") + " saved about " + Words.duration(minutes.now())
                        + worth + "."),
                Span.of(before))));
        TrendCharts.saved(report).ifPresent(blocks::add);
        if (!report.templates().isEmpty()) {
            blocks.add(new Table(
                    "Templates run most",
                    List.of("Template", "Runs", "People", "Runs the week before"),
                    report.templates().stream().map(ProgrammeWords::row).toList()));
        }
        links.to("templates", "Templates on the page").ifPresent(span -> blocks.add(new Paragraph(List.of(span))));
        return Optional.of(new Section("saved", "Time saved", blocks));
    }

    private static List<String> row(WeeklyReport.Item item) {
        Long previous = item.previous();
        return List.of(
                item.name(),
                Words.number(item.count()),
                Words.number(item.people()),
                previous == null ? "not told" : Words.number(previous));
    }

    Optional<Section> finding() {
        Measure searches = report.measure("searches");
        Measure empty = report.measure("zero-result-searches");
        if (searches.value() == null || searches.now() == 0) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        String none = empty.value() == null
                ? ""
                : empty.now() == 0
                        ? "; all of them found something"
                        : "; " + Words.number(empty.now()) + " found nothing"
                                + (empty.compared() ? " (in the week before " + Words.number(empty.then()) + ")" : "");
        blocks.add(Paragraph.of(Words.count(searches.now(), "search") + none + "."));
        Integer withheld = report.withheldTerms();
        if (report.terms().isEmpty()) {
            if (withheld == null || withheld > 0) {
                blocks.add(Paragraph.of("The terms without a result aren't told: too few people searched for each."));
            }
        } else {
            blocks.add(new Table(
                    "Searched for and not found: each may be a page to write",
                    List.of("Term", "Searches", "People", "The week before"),
                    report.terms().stream().map(ProgrammeWords::row).toList()));
            if (withheld != null && withheld > 0) {
                blocks.add(Paragraph.of("And " + Words.count(withheld, "term") + " of too few people to be named."));
            }
        }
        links.to("finding", "Searches on the page").ifPresent(span -> blocks.add(new Paragraph(List.of(span))));
        return Optional.of(new Section("finding", "Finding things", blocks));
    }

    Optional<Section> onboarding() {
        WeeklyReport.Onboarding onboarding = report.onboarding();
        long headcount = report.team().headcount();
        if (headcount == 0) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        Measure progress = report.measure("checklist-progress");
        Double share = onboarding.progress();
        if (share == null) {
            blocks.add(Paragraph.of("How far the checklist is done isn't told: too few people have begun it."));
        } else {
            String moved = progress.compared() ? ", in the week before " + Words.percent(progress.then()) : "";
            blocks.add(new Paragraph(List.of(
                    Span.strong(Words.percent(share) + " of the onboarding checklist is done"),
                    Span.of(", over " + Words.people(headcount) + " and "
                            + Words.count(onboarding.steps().size(), "step") + " each" + moved + "."))));
        }
        newcomers(blocks);
        steps(blocks, headcount);
        links.to("onboarding", "Onboarding on the page").ifPresent(span -> blocks.add(new Paragraph(List.of(span))));
        return Optional.of(new Section("onboarding", "Getting on board", blocks));
    }

    private void newcomers(List<Block> blocks) {
        WeeklyReport.Onboarding onboarding = report.onboarding();
        if (onboarding.joined() == 0) {
            return;
        }
        Long activated = onboarding.activated();
        String joined = Words.people(onboarding.joined()) + " joined in the week";
        String rest = onboarding.due() == 0
                ? "; their first seven days aren't over yet."
                : activated == null
                        ? "; how many of them were in the portal within seven days isn't told."
                        : "; " + Words.number(activated) + " of the " + Words.number(onboarding.due())
                                + " whose first seven days are over were in the portal within them.";
        blocks.add(Paragraph.of(joined + rest));
    }

    private void steps(List<Block> blocks, long headcount) {
        List<Chart.Share> shares = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (WeeklyReport.Step step : report.onboarding().steps()) {
            Long people = step.people();
            Double share = people == null ? null : (double) people / headcount;
            String text = people == null ? "not told" : Words.number(people) + " of " + Words.number(headcount);
            shares.add(new Chart.Share(step.title(), share, text));
            told.add(step.title() + " " + text);
        }
        if (shares.stream().anyMatch(share -> share.share() != null)) {
            blocks.add(new Block.Picture(
                    new Chart.Shares("People who have done each step", shares),
                    "People who have done each step: " + String.join("; ", told) + "."));
        }
    }

    Optional<Section> campaigns() {
        if (report.campaigns().isEmpty()) {
            return Optional.empty();
        }
        List<List<Span>> points = new ArrayList<>();
        for (WeeklyReport.Campaign campaign : report.campaigns()) {
            List<Span> spans = new ArrayList<>();
            String link = campaign.annotation().link();
            spans.add(new Span(
                    campaign.annotation().title(),
                    true,
                    link.isEmpty() ? Optional.empty() : Optional.of(URI.create(link))));
            spans.add(Span.of(" (" + kind(campaign) + ", "
                    + Words.days(
                            campaign.annotation().firstDay(),
                            campaign.annotation().lastDay())
                    + "): " + (report.team().organisation() ? lift(campaign) : own(campaign))));
            points.add(spans);
        }
        List<Block> blocks = new ArrayList<>(List.of(new Points(points)));
        links.to("campaigns", "Campaigns on the page").ifPresent(span -> blocks.add(new Paragraph(List.of(span))));
        return Optional.of(new Section("campaigns", "Campaigns", blocks));
    }

    private static String kind(WeeklyReport.Campaign campaign) {
        return campaign.annotation().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String lift(WeeklyReport.Campaign campaign) {
        Double lift = campaign.lift();
        Double low = campaign.low();
        Double high = campaign.high();
        if (lift == null || low == null || high == null) {
            return "no lift can be told: " + campaign.why() + ".";
        }
        String sure = low > 0 ? "It helped." : high < 0 ? "The invited fell behind." : "That may be chance.";
        return "the invited teams' weekly active people changed by " + points(lift)
                + " of their headcount more than the others', over " + Words.count(campaign.weeks(), "week")
                + " on either side (95\u00a0% interval " + points(low) + " to " + points(high) + "). " + sure;
    }

    private static String points(double share) {
        long points = Math.round(share * 100);
        return Words.signed((double) points) + "\u00a0" + (Math.abs(points) == 1 ? "point" : "points");
    }

    private static String own(WeeklyReport.Campaign campaign) {
        Double before = campaign.before();
        Double after = campaign.after();
        if (campaign.weeks() == 0) {
            return "no whole week has passed since.";
        }
        if (!campaign.why().isEmpty()) {
            return campaign.why() + ".";
        }
        if (before == null || after == null) {
            return "how many of the team came before and after isn't told.";
        }
        return "a week had " + Words.number(before) + " of the team in the portal before and " + Words.number(after)
                + " since, as a mean of the weeks on either side.";
    }

    Section health(String asOf) {
        List<List<Span>> points = new ArrayList<>();
        points.add(List.of(Span.of("Figures as of " + asOf + ": "
                + (report.complete() ? "everything received in the week is counted." : "the week isn't complete."))));
        report.health().ifPresent(health -> {
            points.add(List.of(Span.of(
                    health.received() == 0 && health.counted() > 0
                            ? "No event was received within the week: what is counted in it came later, as an import does."
                            : books(health))));
            Double share = health.withoutTeam();
            if (share != null && share > 0) {
                points.add(List.of(Span.of(Words.percent(share) + " of the "
                        + Words.count((double) health.counted(), "counted event")
                        + " came from people without a team: they are in the whole, but in no team.")));
            }
        });
        List<Block> blocks = new ArrayList<>(List.of(new Points(points)));
        if (report.team().organisation()) {
            links.to("health", "Data health on the page").ifPresent(span -> blocks.add(new Paragraph(List.of(span))));
        }
        return new Section("health", "Can the figures be trusted?", blocks);
    }

    private static String books(WeeklyReport.Health health) {
        return Words.count((double) health.received(), "event") + " received in the week, "
                + Words.number(health.rejected()) + " refused" + reasons(health) + ", "
                + Words.number(health.duplicate()) + " sent twice and counted once, "
                + Words.number(health.late()) + " too late. "
                + (health.booksBalance() ? "The books balance." : "The books do not balance: look into it.");
    }

    private static String reasons(WeeklyReport.Health health) {
        if (health.rejectedByReason().isEmpty()) {
            return "";
        }
        return " ("
                + Words.list(health.rejectedByReason().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(reason -> reason.getKey().replace('_', ' ') + " " + Words.number(reason.getValue()))
                        .toList())
                + ")";
    }
}
