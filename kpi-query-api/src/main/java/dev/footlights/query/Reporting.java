package dev.footlights.query;

import dev.footlights.query.alert.AlertStates;
import dev.footlights.query.alert.Alerts;
import dev.footlights.query.alert.Evaluation;
import dev.footlights.query.delivery.Office;
import dev.footlights.query.delivery.Recipients;
import dev.footlights.query.digest.Clockwork;
import dev.footlights.query.digest.ReportSchedule;
import dev.footlights.query.report.PageLinks;
import dev.footlights.query.report.ReportParts;
import dev.footlights.query.report.ReportReader;
import dev.footlights.query.routes.ApiParts;
import dev.footlights.query.routes.ReportingRoutes;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.service.Lifecycle;
import dev.footlights.service.http.Router;
import dev.footlights.service.metrics.Metrics;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what makes reports and alerts, and sends them. */
final class Reporting {
    private Reporting() {}

    /** @param writing a connection that may write */
    static void start(
            Router router,
            ApiParts parts,
            ReportParts reports,
            ClickHouse writing,
            Metrics metrics,
            Lifecycle lifecycle) {
        QuerySettings settings = parts.settings();
        ZoneId zone = settings.reporting().zone();
        PageLinks page = new PageLinks(settings.pageUrl());
        Office office = lifecycle.onStop(
                "deliveries",
                new Office(
                        new Office.Tools(parts.clickHouse(), writing, settings.mail(), settings.delivery(), page),
                        addresses(settings),
                        parts.clock(),
                        metrics.registry()));
        Recipients recipients = new Recipients(settings.channels());
        Alerts alerts = new Alerts(
                settings.alerts().rules(),
                new Evaluation(parts.answers(), parts.kpis(), zone, parts.clock()),
                new AlertStates(parts.clickHouse(), writing, parts.clock()),
                zone,
                new Alerts.Sending(recipients, office.deliverer(), office.stops(), office.key(), page),
                parts.clock(),
                metrics.registry());
        ReportingRoutes.addTo(router, parts, reports, page, office, alerts);
        if (!settings.reports().digests().isEmpty()) {
            ReportSchedule schedule = new ReportSchedule(
                    settings.reports(),
                    zone,
                    new ReportReader(reports),
                    parts.answers()::asOf,
                    new ReportSchedule.Sending(
                            recipients, office.deliverer(), office.book(), office.stops(), office.key(), page),
                    parts.clock());
            lifecycle.onStop(
                    "report schedule",
                    Clockwork.start("reports", settings.reports().checkEvery(), schedule::run));
        }
        if (!alerts.rules().isEmpty()) {
            lifecycle.onStop(
                    "alerts", Clockwork.start("alerts", settings.alerts().checkEvery(), alerts::run));
        }
    }

    private static List<String> addresses(QuerySettings settings) {
        return Stream.concat(
                        settings.reports().digests().stream().flatMap(digest -> digest.to().stream()),
                        settings.alerts().rules().stream().flatMap(rule -> rule.to().stream()))
                .toList();
    }
}
