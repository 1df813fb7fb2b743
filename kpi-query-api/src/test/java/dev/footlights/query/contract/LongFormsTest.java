package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms of templates may have any number of steps, each called by its number. */
class LongFormsTest {
    private static final String TEMPLATE = "template:default/long";

    /**
     * Opened by three, the steps by two, created by one.
     *
     * @param steps numbers
     */
    private static List<String> stages(String database, List<String> steps) {
        List<ItemUse> uses = new ArrayList<>();
        for (int actor = 1; actor <= 3; actor++) {
            uses.add(ItemUse.act(actor, "2026-10-20T08:00:00Z", "templates", "open", TEMPLATE, "org"));
        }
        for (int actor = 1; actor <= 2; actor++) {
            for (String step : steps) {
                uses.add(ItemUse.act(actor, "2026-10-20T08:00:00Z", "templates", "step-" + step, TEMPLATE, "org"));
            }
        }
        uses.add(ItemUse.run(2, "2026-10-20T08:00:00Z", TEMPLATE, 0, "org"));
        List<String> stages = new ArrayList<>();
        try (ApiUnderTest api = FilledStore.of(database, "UTC", tables -> tables.loadItems(uses))
                .api(1, "2026-10-28T12:00:00Z")) {
            api.json("/api/v1/templates/funnel?from=2026-10-19&to=2026-10-25")
                    .get("rows")
                    .get(0)
                    .get("stages")
                    .forEach(stage -> stages.add(
                            stage.get("stage").asText() + " " + stage.get("people") + " " + stage.get("events")));
        }
        return stages;
    }

    @Test
    void stepsThatHaveABit() {
        assertThat(stages("short_forms", List.of("54", "0", "7")))
                .containsExactly("open 3 3", "step-0 2 2", "step-7 2 2", "step-54 2 2", "create 1 1");
    }

    @Test
    void stepsThatHaveNone() {
        assertThat(stages("long_forms", List.of("55", "1", "54", "200", "007")))
                .containsExactly(
                        "open 3 3",
                        "step-1 2 2",
                        "step-007 2 2",
                        "step-54 2 2",
                        "step-55 2 2",
                        "step-200 2 2",
                        "create 1 1");
    }
}
