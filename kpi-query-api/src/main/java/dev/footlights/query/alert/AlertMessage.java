package dev.footlights.query.alert;

import dev.footlights.query.alert.AlertSettings.Rule;
import dev.footlights.query.delivery.Content;
import dev.footlights.query.report.PageLinks;
import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of a rule. */
final class AlertMessage {
    private AlertMessage() {}

    static Content of(Rule rule, Verdict verdict, boolean resolved, String period, String zone, PageLinks page) {
        String title = (resolved ? "Resolved: " : "Alert: ") + rule.title();
        String scope = "Rule " + rule.id() + ", KPI " + rule.kpi() + ", team " + rule.team()
                + (rule.feature().equals("*") ? "" : ", feature " + rule.feature()) + ", days in " + zone + ".";
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("view", "overview");
        parameters.put("team", rule.team());
        parameters.put("zone", zone);
        Document document = new Document(
                title,
                scope,
                List.of(Span.of(verdict.sentence())),
                List.of(),
                List.of(),
                List.of(new Block.Paragraph(List.of(
                        Span.of(
                                resolved
                                        ? "The alert of " + period + " is over. "
                                        : "You are told once, and once more when it is over. "),
                        Span.link("Look at the figures", page.address("/", parameters))))));
        String name =
                "alert-" + rule.id() + "-" + period.replaceAll("[^A-Za-z0-9]+", "-") + (resolved ? "-resolved" : "");
        return new Content(document, name.substring(0, Math.min(150, name.length())), Map.of());
    }
}
