package dev.footlights.query;

import dev.footlights.query.answer.Answers;
import dev.footlights.query.campaign.AnnotationStore;
import dev.footlights.query.figures.KpiReaders;
import dev.footlights.query.figures.ReaderParts;
import dev.footlights.query.presence.Attendance;
import dev.footlights.query.report.ReportParts;
import dev.footlights.query.request.RequestReader;
import dev.footlights.query.rollups.Rollups;
import dev.footlights.query.routes.Api;
import dev.footlights.query.routes.ApiParts;
import dev.footlights.query.routes.ProgrammeRoutes;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.ConnectionPool;
import dev.footlights.query.store.Freshness;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.kpis.KpiCatalogue;
import dev.footlights.schemas.onboarding.Onboarding;
import dev.footlights.schemas.onboarding.Step;
import dev.footlights.service.Lifecycle;
import dev.footlights.service.ServiceHttp;
import dev.footlights.service.ServiceMain;
import dev.footlights.service.health.Health;
import dev.footlights.service.health.HealthCheck;
import dev.footlights.service.http.Authenticator;
import dev.footlights.service.http.BearerKeys;
import dev.footlights.service.http.HttpServer;
import dev.footlights.service.http.Router;
import dev.footlights.service.logging.Logging;
import dev.footlights.service.metrics.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves KPIs over HTTP. It starts and stays alive while ClickHouse is down. */
public final class KpiQueryApi {
    private static final Logger log = LoggerFactory.getLogger(KpiQueryApi.class);

    private static final int MOST_QUERY_BYTES = 16 << 20;

    private KpiQueryApi() {}

    public static void main(String[] arguments) {
        ServiceMain.run(
                "kpi-query-api",
                QuerySettings.class,
                (settings, lifecycle) -> start(settings, lifecycle, Clock.systemUTC()),
                arguments);
    }

    /**
     * Starts the service.
     *
     * @param clock tells which day is today
     * @throws IOException when its address can't be bound
     */
    public static HttpServer start(QuerySettings settings, Lifecycle lifecycle, Clock clock) throws IOException {
        Logging.apply(settings.log());
        Metrics metrics = lifecycle.onStop("metrics", new Metrics());
        ClickHouse clickHouse = lifecycle.onStop("clickhouse", clickHouse(settings));
        FeatureRules features = FeatureRules.shipped();
        KpiCatalogue kpis = KpiCatalogue.shipped();
        Onboarding onboarding = CatalogueFiles.onboarding(settings.onboarding().file());
        Rollups rollups = new Rollups(clickHouse, settings.limits().cellsInMemory());
        Attendance attendance = new Attendance(
                clickHouse,
                settings.limits().peopleInMemory(),
                settings.reporting().zone());
        MemoryGauges.register(metrics.registry(), rollups, attendance);
        rollups.catchUp();
        attendance.catchUp();
        ReaderParts readers = new ReaderParts(
                clickHouse,
                rollups,
                attendance,
                settings,
                onboarding.checklist().stream().map(Step::feature).toList(),
                clock);
        Answers answers =
                new Answers(clickHouse, rollups, attendance, KpiReaders.of(kpis, readers), features, settings);
        RequestReader reader = new RequestReader(
                clock,
                settings.reporting().zone(),
                settings.limits().days(),
                settings.limits().pageRows());
        ApiParts parts = new ApiParts(settings, kpis, features, clickHouse, answers, reader, clock);
        Router router = router(settings.auth().keys(), settings.http().host());
        Api.addTo(router, parts);
        ClickHouse writing = lifecycle.onStop("clickhouse for writing", writing(settings));
        AnnotationStore annotations = new AnnotationStore(clickHouse, writing, clock);
        ProgrammeRoutes.addTo(
                router,
                parts,
                onboarding,
                CatalogueFiles.surveys(settings.surveys().file()),
                annotations);
        Reporting.start(
                router,
                parts,
                new ReportParts(settings, kpis, features, clickHouse, answers, onboarding, annotations, clock),
                writing,
                metrics,
                lifecycle);
        return ServiceHttp.start(
                settings.http(),
                router,
                List.of(HealthCheck.of("clickhouse", () -> check(clickHouse))),
                metrics,
                lifecycle);
    }

    private static Health check(ClickHouse clickHouse) {
        return clickHouse.run(new Freshness()).stream()
                .findFirst()
                .map(asOf -> Health.up("figures as of " + asOf))
                .orElse(Health.up("nothing counted yet"));
    }

    private static Router router(List<String> keys, String host) {
        if (keys.isEmpty()) {
            log.atWarn()
                    .addKeyValue("host", host)
                    .log("no auth.keys are set: anyone on this machine may read, and write annotations");
        }
        return new Router(keys.isEmpty() ? Authenticator.ANYONE : BearerKeys.parse(keys));
    }

    private static Properties connection(QuerySettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.clickhouse().username());
        properties.setProperty("password", settings.clickhouse().password());
        properties.setProperty("database", settings.clickhouse().database());
        // Once more for a kept connection that the server has closed meanwhile.
        properties.setProperty("retry", "1");
        return properties;
    }

    /** What is written here are single lines, one at a time. Writing one twice changes nothing, so it may be tried again. */
    private static ClickHouse writing(QuerySettings settings) {
        Duration queryTime = settings.limits().queryTime();
        ConnectionPool pool = new ConnectionPool(
                settings.clickhouse().url(),
                connection(settings),
                1,
                settings.limits().connectionWait());
        return new ClickHouse(pool, queryTime);
    }

    private static ClickHouse clickHouse(QuerySettings settings) {
        Duration queryTime = settings.limits().queryTime();
        Properties properties = connection(settings);
        // Read only, but the driver may send its own settings.
        properties.setProperty("clickhouse_setting_readonly", "2");
        properties.setProperty("clickhouse_setting_max_execution_time", Long.toString(queryTime.toSeconds()));
        properties.setProperty(
                "clickhouse_setting_max_result_rows",
                Long.toString(settings.limits().resultRows()));
        properties.setProperty("clickhouse_setting_result_overflow_mode", "throw");
        // Values become part of the text, and the hours of the most days asked for are many.
        properties.setProperty("clickhouse_setting_max_query_size", Integer.toString(MOST_QUERY_BYTES));
        ConnectionPool pool = new ConnectionPool(
                settings.clickhouse().url(),
                properties,
                settings.limits().connections(),
                settings.limits().connectionWait());
        return new ClickHouse(pool, queryTime);
    }
}
