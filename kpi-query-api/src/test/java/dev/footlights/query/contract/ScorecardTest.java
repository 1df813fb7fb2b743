package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several KPIs in one answer, and figures beside those before them, say what each says when it is asked alone. */
class ScorecardTest {
    private static final int MOST = 12;
    private static final List<String> IDS =
            KpiCatalogue.shipped().kpis().stream().map(Kpi::id).toList();

    /** With figures that are told and such that are withheld. */
    static Stream<Arguments> everyKpi() {
        return IDS.stream()
                .flatMap(
                        kpi -> Stream.of(Arguments.of(kpi, ListFacts.api()), Arguments.of(kpi, SmallGroupFacts.api())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"granularity=total&compare=previous", "granularity=week", "limit=3&order=value&compare=previous"
            })
    void eachAnswerIsThatOfTheKpiAlone(String how) {
        for (int first = 0; first < IDS.size(); first += MOST) {
            List<String> kpis = IDS.subList(first, Math.min(first + MOST, IDS.size()));
            JsonNode answers = SmallGroupFacts.api()
                    .json("/api/v1/scorecard?kpis=" + String.join(",", kpis) + "&" + how + "&" + SmallGroupFacts.DAYS)
                    .get("answers");
            List<JsonNode> alone = new ArrayList<>();
            kpis.forEach(kpi -> alone.add(
                    SmallGroupFacts.api().json("/api/v1/kpis/" + kpi + "?" + how + "&" + SmallGroupFacts.DAYS)));
            assertThat(answers).containsExactlyElementsOf(alone);
        }
    }

    /** 12 to 25 October beside 28 September to 11 October, and weeks of which the first is clipped. */
    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("everyKpi")
    void whatIsComparedIsWhatIsToldAlone(String kpi, ApiUnderTest api) {
        String path = "/api/v1/kpis/" + kpi + "?";
        JsonNode both = api.json(path + "granularity=total&compare=previous&from=2026-10-12&to=2026-10-25")
                .at("/rows/0");
        same(both, "value", "withheld", api.json(path + "granularity=total&from=2026-10-12&to=2026-10-25"), 0);
        same(
                both,
                "previous",
                "previousWithheld",
                api.json(path + "granularity=total&from=2026-09-28&to=2026-10-11"),
                0);
        JsonNode weeks = api.json(path + "granularity=week&compare=previous&from=2026-10-14&to=2026-11-01");
        assertThat(weeks.get("rows")).hasSize(3);
        JsonNode now = api.json(path + "granularity=week&from=2026-10-14&to=2026-11-01");
        JsonNode before = api.json(path + "granularity=week&from=2026-10-05&to=2026-10-25");
        for (int week = 0; week < 3; week++) {
            same(weeks.at("/rows/" + week), "value", "withheld", now, week);
            same(weeks.at("/rows/" + week), "previous", "previousWithheld", before, week);
        }
    }

    private static void same(JsonNode row, String value, String withheld, JsonNode answer, int number) {
        JsonNode alone = answer.at("/rows/" + number);
        assertThat(row.get(value)).as("%s of %s", value, row).isEqualTo(alone.get("value"));
        assertThat(row.path(withheld).asBoolean())
                .isEqualTo(alone.get("withheld").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, kpis",
        "kpis=, 400, kpis",
        "'kpis=active-users,activ-users', 404, active-users",
        "kpis=events&format=csv, 400, json",
        "kpis=check-pass-rate&feature=search, 400, feature",
        "kpis=events&from=x, 400, from",
    })
    void whatCantBeAnsweredForAllIsRefused(String query, int status, String word) {
        HttpResponse<String> response = ListFacts.api().get("/api/v1/scorecard?" + query);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ApiUnderTest.parse(response.body()).get("detail").asText()).contains(word);
    }

    @Test
    void moreThanTwelveAreRefused() {
        assertThat(ListFacts.api()
                        .get("/api/v1/scorecard?kpis=" + String.join(",", IDS.subList(0, MOST + 1)))
                        .statusCode())
                .isEqualTo(400);
    }
}
