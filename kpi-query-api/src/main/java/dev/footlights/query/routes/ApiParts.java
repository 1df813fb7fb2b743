package dev.footlights.query.routes;

import dev.footlights.query.QuerySettings;
import dev.footlights.query.answer.Answers;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.RequestReader;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import java.time.Clock;
import java.time.ZoneId;

/** What routes are made of. */
public record ApiParts(
        QuerySettings settings,
        KpiCatalogue kpis,
        FeatureRules features,
        ClickHouse clickHouse,
        Answers answers,
        RequestReader reader,
        Clock clock) {

    /** One that the service itself asks for. */
    Kpi kpi(String id) {
        return kpis.known(id);
    }

    ZoneId reportingZone() {
        return settings.reporting().zone();
    }

    Floor floor() {
        return new Floor(settings.privacy().minimumGroupSize());
    }
}
