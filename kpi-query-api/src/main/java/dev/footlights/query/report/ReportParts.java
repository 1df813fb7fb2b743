package dev.footlights.query.report;

import dev.footlights.query.QuerySettings;
import dev.footlights.query.answer.Answers;
import dev.footlights.query.campaign.AnnotationStore;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import dev.footlights.schemas.onboarding.Onboarding;
import java.time.Clock;

/** What a report is read with: the parts that answer the API's requests. */
public record ReportParts(
        QuerySettings settings,
        KpiCatalogue kpis,
        FeatureRules features,
        ClickHouse clickHouse,
        Answers answers,
        Onboarding onboarding,
        AnnotationStore annotations,
        Clock clock) {
    Floor floor() {
        return new Floor(settings.privacy().minimumGroupSize());
    }

    Kpi kpi(String id) {
        return kpis.known(id);
    }

    String featureTitle(String feature) {
        return features.feature(feature).map(each -> each.title()).orElse(feature);
    }
}
