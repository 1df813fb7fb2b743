package dev.footlights.query.contract;

import static dev.footlights.query.contract.SmallGroupFacts.CHECKED;
import static dev.footlights.query.contract.SmallGroupFacts.DAYS;
import static dev.footlights.query.contract.SmallGroupFacts.MIXED;
import static dev.footlights.query.contract.SmallGroupFacts.OPENED;
import static dev.footlights.query.contract.SmallGroupFacts.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Funnels tell nothing of a stage that fewer than five people reached. */
class FunnelsWithholdingTest {
    private static final String TALLY_WITHHELD = "{\"people\":null,\"events\":null,\"withheld\":true}";
    private static final ApiUnderTest api = SmallGroupFacts.api();

    private static List<String> funnel(String query) {
        List<String> rows = new ArrayList<>();
        api.json("/api/v1/funnel?" + DAYS + query)
                .get("rows")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.get("number").asText(),
                        row.get("people").asText(),
                        row.get("shareOfPrevious").asText(),
                        row.get("shareOfFirst").asText(),
                        row.get("medianSeconds").asText(),
                        row.get("withheld").asText())));
        return rows;
    }

    @Test
    void aStepOfFewIsHiddenWithAllThatIsWorkedOutFromIt() {
        // Five, then four, then nobody, of whom nothing is said
        assertThat(funnel("&steps=techdocs,home:click,kubernetes"))
                .containsExactly("1 5 null 1.0 null false", "2 null null null null true", "3 0 null 0.0 null false");
        assertThat(funnel("&steps=home,techdocs"))
                .containsExactly("1 null null null null true", "2 0 null null null false");
        assertThat(funnel("&step=templates:open:" + SERVICE + "&step=templates:create:" + SERVICE))
                .containsExactly("1 6 null 1.0 null false", "2 6 1.0 1.0 3600.0 false");
    }

    @Test
    void aSmallTeamsFunnelIsHidden() {
        String steps = "&steps=cost,*&groupBy=team&from=2026-09-14&to=2026-09-20&team=";
        // Small is everybody's less the others', so the first of these is withheld with it
        assertThat(api.json("/api/v1/funnel?" + steps + SmallGroupFacts.SMALL + "," + SmallGroupFacts.BIG + ","
                                + SmallGroupFacts.CREW)
                        .get("rows"))
                .extracting(row -> row.get("team").asText() + " " + row.get("people") + " "
                        + row.path("withheldBecause").asText())
                .containsExactly(
                        SmallGroupFacts.SMALL + " null few-people",
                        SmallGroupFacts.SMALL + " null few-people",
                        SmallGroupFacts.BIG + " null neighbours",
                        SmallGroupFacts.BIG + " null neighbours",
                        SmallGroupFacts.CREW + " 5 ",
                        SmallGroupFacts.CREW + " 5 ");
    }

    @Test
    void templatesThatFewRanAreLeftOut() {
        JsonNode answer = api.json("/api/v1/templates?" + DAYS);
        assertThat(answer.get("withheldItems").asInt()).isEqualTo(2);
        // Three ran the service in the week before, which its runs with them would tell; so it is named only. Two
        // people's outcomes
        // of checked are hidden; that of mixed is nobody's and stands for its five
        assertThat(answer.get("rows"))
                .extracting(row -> row.get("template").asText() + " " + row.get("runs") + " " + row.get("successRate")
                        + " " + row.get("successRateWithheld"))
                .containsExactly(CHECKED + " 5 null true", MIXED + " 5 0.0 false", SERVICE + " null null true");
    }

    /** Of the template that few ran, and of that of which only an end without a name is known, there is no row. */
    @Test
    void templatesThatFewTouchedHaveNoFunnel() {
        JsonNode answer = api.json("/api/v1/templates/funnel?" + DAYS);
        assertThat(answer.get("withheldItems").asInt()).isEqualTo(2);
        assertThat(answer.get("rows"))
                .extracting(row -> row.get("template").asText())
                .containsExactly(CHECKED, MIXED, OPENED, SERVICE);
        for (String template : List.of(SmallGroupFacts.FEW_RAN, SmallGroupFacts.FEW_KNOWN)) {
            JsonNode one = api.json("/api/v1/templates/funnel?template=" + template + "&" + DAYS);
            assertThat(one.get("rows")).isEmpty();
            assertThat(one.get("withheldItems").asInt()).isEqualTo(1);
        }
    }

    private static JsonNode template(String template) {
        return api.json("/api/v1/templates/funnel?template=" + template + "&" + DAYS)
                .at("/rows/0");
    }

    private static List<String> stages(String template) {
        List<String> stages = new ArrayList<>();
        template(template)
                .get("stages")
                .forEach(stage -> stages.add(stage.get("stage").asText() + " " + stage.get("people") + " "
                        + stage.get("events") + " " + stage.get("lost") + " " + stage.get("withheld")));
        return stages;
    }

    @Test
    void stagesOfFewAreHidden() {
        // Neither the share lost from few nor the share of few who were lost is told
        assertThat(stages(SERVICE))
                .containsExactly(
                        "open 6 6 null false",
                        "step-1 null null null true",
                        "create null null null true",
                        "completed null null null true");
        JsonNode service = template(SERVICE);
        assertThat(service.get("restarts").toString()).isEqualTo(TALLY_WITHHELD);
        assertThat(service.get("failed").toString()).isEqualTo(TALLY_WITHHELD);
        assertThat(service.get("retries").toString()).isEqualTo("{\"people\":0,\"events\":0,\"withheld\":false}");
        assertThat(service.get("minutesSaved").isNull()).isTrue();
        assertThat(stages(CHECKED))
                .containsExactly("open 0 0 null false", "create 5 5 null false", "completed null null null true");
    }

    @Test
    void whatFewRunsSavedIsHidden() {
        assertThat(stages(OPENED)).containsExactly("open 5 5 null false", "create null null null true");
        assertThat(template(OPENED).get("minutesSaved").isNull()).isTrue();
    }

    @Test
    void anEndThatIsNobodysIsOneOfThePeopleWhoRan() {
        assertThat(template(MIXED).get("failed").toString())
                .isEqualTo("{\"people\":null,\"events\":1,\"withheld\":false}");
    }
}
