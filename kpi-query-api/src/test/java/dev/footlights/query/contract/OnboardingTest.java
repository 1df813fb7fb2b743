package dev.footlights.query.contract;

import static dev.footlights.query.contract.ProgrammeFacts.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** How far teams and newcomers have come. */
class OnboardingTest {
    private static final ApiUnderTest api = ProgrammeFacts.api();

    /** 30 people have used TechDocs, 6 of them search too; 36 people, 8 features: 36 of 288 steps. */
    @Test
    void onboardingOfTheOrganisation() {
        JsonNode answer = api.json("/api/v1/onboarding?" + OCTOBER);
        assertThat(answer.get("headcount").asInt()).isEqualTo(36);
        assertThat(answer.get("unlocked").asInt()).isEqualTo(2);
        assertThat(answer.get("total").asInt()).isEqualTo(8);
        assertThat(answer.get("progress").asDouble()).isEqualTo(0.125);
        assertThat(answer.get("distribution")).hasSize(9);
        assertThat(answer.at("/distribution/0/people").asInt()).isEqualTo(6);
        assertThat(answer.at("/distribution/1/people").asInt()).isEqualTo(24);
        assertThat(answer.at("/distribution/2/people").asInt()).isEqualTo(6);
        JsonNode search = answer.at("/features/1");
        assertThat(search.get("feature").asText()).isEqualTo("search");
        assertThat(search.get("people").asInt()).isEqualTo(6);
        assertThat(search.get("share").asDouble()).isEqualTo(1.0 / 6);
        // Five came on the 29th at 10 and searched on 14 October at 11, one a day later: the median is 15 days and 1
        // hour.
        assertThat(search.get("medianDays").asDouble()).isCloseTo(15 + 1.0 / 24, within(1e-9));
        assertThat(search.get("firstUnlocked").asText()).isEqualTo("2026-10-14");
        assertThat(answer.at("/ladder/0/feature").asText()).isEqualTo("techdocs");
        assertThat(answer.at("/ladder/0/meanPlace").asDouble()).isEqualTo(1);
        assertThat(answer.at("/ladder/1/meanPlace").asDouble()).isEqualTo(2);
    }

    @Test
    void newcomersWithinSevenAndThirtyDays() {
        JsonNode newcomers = api.json("/api/v1/onboarding?" + OCTOBER).get("newcomers");
        assertThat(newcomers.get("joined").asInt()).isEqualTo(6);
        assertThat(newcomers.at("/within7Days/due").asInt()).isEqualTo(6);
        assertThat(newcomers.at("/within7Days/rate").asDouble()).isEqualTo(5.0 / 6);
        assertThat(newcomers.at("/within30Days/rate").asDouble()).isEqualTo(1);
    }

    /** In a2 five have used TechDocs and one search: neither that one nor the four others can be worked out. */
    @Test
    void smallCountsOfATeamAreKeptBack() {
        JsonNode answer = api.json("/api/v1/onboarding?team=a2&" + OCTOBER);
        assertThat(answer.get("distribution")).allMatch(row -> row.get("people").isNull());
        assertThat(answer.at("/features/1/people").isNull()).isTrue();
        assertThat(answer.at("/features/1/firstUnlocked").isNull()).isTrue();
        assertThat(answer.at("/features/2/people").isNull()).isTrue();
        assertThat(answer.at("/features/3/people").asInt()).isZero();
    }

    /** Of a2 all five have used TechDocs and one search: 6 of 5 people x 8 features. */
    @Test
    void progressIsOfTheWholeRoster() {
        JsonNode row = api.json("/api/v1/kpis/checklist-progress?granularity=total&team=a2&" + OCTOBER)
                .at("/rows/0");
        assertThat(row.get("value").asDouble()).isEqualTo(6.0 / 40);
    }

    @Test
    void aPathHasItsOwnSteps() {
        JsonNode answer = api.json("/api/v1/onboarding?path=newcomer&" + OCTOBER);
        assertThat(answer.get("total").asInt()).isEqualTo(4);
        assertThat(answer.get("unlocked").asInt()).isEqualTo(3);
        assertThat(api.get("/api/v1/onboarding?path=newcomr").body()).contains("unknown-path", "newcomer");
    }

    @Test
    void singlePeopleAreNotTold() {
        HttpResponse<String> response = api.get("/api/v1/onboarding/people");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("privacy.minimum-group-size is 5");
    }
}
