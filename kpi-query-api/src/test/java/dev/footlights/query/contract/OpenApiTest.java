package dev.footlights.query.contract;

import static dev.footlights.query.contract.ListFacts.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.top.TopList;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract and the API say the same. */
class OpenApiTest {
    private static final OpenApi contract = OpenApi.shipped();
    private static final ApiUnderTest api = ListFacts.api();

    @Test
    void theKpisAreThoseOfTheCatalogueInTheirOrder() {
        JsonNode ids =
                contract.parameter("/api/v1/kpis/{id}", "id").get("schema").get("enum");
        assertThat(ids)
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        KpiCatalogue.shipped().kpis().stream().map(Kpi::id).toList());
    }

    @Test
    void theUnitsAreThoseOfTheCatalogue() {
        Set<String> units = new TreeSet<>();
        KpiCatalogue.shipped().kpis().forEach(kpi -> units.add(kpi.unit()));
        assertThat(contract.root().at("/components/schemas/Unit/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(units);
    }

    @Test
    void theListsAreThoseThatThereAre() {
        JsonNode lists =
                contract.parameter("/api/v1/top/{list}", "list").get("schema").get("enum");
        assertThat(lists).extracting(JsonNode::asText).containsExactlyElementsOf(TopList.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void everyRouteOfTheApiIsDescribedAndNothingElse(String method) {
        Set<String> routes = new TreeSet<>(api.patterns(method));
        routes.removeIf(route -> !route.startsWith("/api/"));
        assertThat(contract.paths(method.toLowerCase(Locale.ROOT))).isEqualTo(routes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void everyPathThatIsDescribedIsAnswered(String method) {
        for (String path : contract.paths(method.toLowerCase(Locale.ROOT))) {
            HttpResponse<String> response = api.send(method, path.replaceAll("\\{[a-z]+}", "x"), "");
            assertThat(response.statusCode()).as(path).isNotIn(405, 500);
            if (response.statusCode() == 404) {
                assertThat(ApiUnderTest.parse(response.body()).get("type").asText())
                        .as(path)
                        .contains("unknown-");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/kpis,?",
        "/api/v1/kpis/{id},/active-users?granularity=week&compare=previous&",
        "/api/v1/matrix,?compare=previous&",
        "/api/v1/growth,?granularity=week&groupBy=team&",
        "/api/v1/retention,?",
        "/api/v1/top/{list},/plugins?compare=previous&",
        "/api/v1/top/{list},/templates?order=growth&team=group:default/payments&",
        "/api/v1/inactive,?",
        "/api/v1/funnel,'?steps=templates:open,templates:create,kubernetes&groupBy=team&'",
        "/api/v1/templates,?",
        "/api/v1/templates/funnel,?",
        "/api/v1/searches,?",
        "/api/v1/teams,?",
        "/api/v1/features,?"
    })
    void answersHaveTheFieldsThatAreDescribed(String path, String rest) {
        // With a floor of 1, and with one of 5 that these people don't reach
        for (ApiUnderTest each : new ApiUnderTest[] {api, ListFacts.withheld()}) {
            check(each, path, path.replaceAll("/\\{[a-z]+}", "") + rest + DAYS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total_users",
                "active_users",
                "top_plugins",
                "top_templates",
                "top_techdocs",
                "top_searches",
                "top_catalog_entities"
            })
    void theDashboardsAnswersHaveTheFieldsThatAreDescribed(String type) {
        String path = "/api/adoption-insights/events";
        assertThat(contract.parameter(path, "type").get("schema").get("enum"))
                .anyMatch(each -> each.asText().equals(type));
        for (ApiUnderTest each : new ApiUnderTest[] {api, ListFacts.withheld()}) {
            check(each, path, path + "?start_date=2026-10-12&end_date=2026-10-25&type=" + type);
        }
    }

    private static void check(ApiUnderTest asked, String path, String target) {
        assertThat(new DescribedShape(contract).differences("", contract.answer(path), asked.json(target)))
                .as(target)
                .isEmpty();
    }
}
