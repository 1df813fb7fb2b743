package dev.footlights.query.routes;

import dev.footlights.query.alert.Alerts;
import dev.footlights.query.delivery.Office;
import dev.footlights.query.delivery.StopLinks;
import dev.footlights.query.report.PageLinks;
import dev.footlights.query.report.ReportParts;
import dev.footlights.service.http.Router;

/** The weekly report, what was sent of it, and alerts. */
public final class ReportingRoutes {
    private ReportingRoutes() {}

    public static void addTo(
            Router router, ApiParts parts, ReportParts reports, PageLinks page, Office office, Alerts alerts) {
        DeliveryRoutes deliveries = new DeliveryRoutes(parts, office.book(), office.told());
        StopRoutes stops = new StopRoutes(office.links(), office.stops());
        AlertRoutes rules = new AlertRoutes(parts, alerts);
        router.get("/api/v1/reports/weekly", Api.guarded(new ReportRoute(reports, page)))
                .get("/api/v1/reports/deliveries", Api.guarded(deliveries::list))
                .post("/api/v1/reports/deliveries/{id}/again", Api.guarded(deliveries::again))
                .open(StopLinks.PATH, Api.guarded(stops::ask))
                .openPost(StopLinks.PATH, Api.guarded(stops::stopOrResume))
                .get("/api/v1/alerts", Api.guarded(rules::list))
                .post("/api/v1/alerts/{id}/mute", Api.guarded(rules::mute))
                .post("/api/v1/alerts/{id}/unmute", Api.guarded(rules::unmute));
    }
}
