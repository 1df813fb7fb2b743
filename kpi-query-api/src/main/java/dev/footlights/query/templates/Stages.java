package dev.footlights.query.templates;

import dev.footlights.query.store.TeamDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages that people come to with templates, as conditions on the tables that know of them.
 *
 * @param days of one team
 * @param template the only one; all when empty
 */
record Stages(TeamDays days, Optional<String> template) {
    static final String OPEN = "open";
    static final String CREATE = "create";
    static final String STEP = "step-";
    static final String RESTART = "restart";
    static final String RETRIED = "retried";
    static final String CANCELLED = "cancelled";
    static final String OUTCOME = "outcome-";
    static final String COMPLETED = OUTCOME + "completed";
    static final String FAILED = OUTCOME + "failed";

    /** Both of these, which no fact names. */
    static final String ENDED = "ended";

    /** Actions that are stages. */
    static final String ACTIONS =
            "(action IN ('open', 'create', 'restart', 'retried', 'cancelled') OR match(action, '^step-[0-9]+$'))";

    /** Whether it is how runs ended. */
    static boolean isEnding(String stage) {
        return stage.equals(ENDED) || stage.startsWith(OUTCOME);
    }

    /** Whether it is one of those before the run, or another try. */
    static boolean isOfForm(String stage) {
        return !stage.equals(CREATE) && !isEnding(stage);
    }

    /**
     * What a template is told apart by. ClickHouse groups by numbers of a fixed width faster than by names, and two
     * names have the same of 128 bits as seldom as two people have the same pseudonym.
     */
    static final String CODE = "sipHash128(template)";

    /** How often a fact came to its stage. */
    static final String TIMES = "if(action = 'create', template_runs, events)";

    /** Which template_facts; on columns of the key alone. By the first part of {@link #values}. */
    String facts() {
        return days.condition() + (template.isPresent() ? " AND template = ?" : "") + " AND " + ACTIONS;
    }

    /** Which outcomes. By the second part of {@link #values}. */
    String outcomes() {
        return TemplateOutcomes.CONDITION + (template.isPresent() ? " AND template = ?" : "");
    }

    /** Of {@link #facts}, then of {@link #outcomes}. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        template.ifPresent(values::add);
        values.addAll(TemplateOutcomes.values(days));
        template.ifPresent(values::add);
        return values;
    }
}
