package dev.footlights.systemtest.generated;

/** A kind of thing that other tools tell, each with its path at ingest and its option of the recount. */
public enum Report {
    TEMPLATE_OUTCOMES("template-outcomes", "outcomes", "--outcomes"),
    CHECK_RESULTS("check-results", "results", "--checks");

    private final String name;
    private final String list;
    private final String option;

    Report(String name, String list, String option) {
        this.name = name;
        this.list = list;
        this.option = option;
    }

    /** Where it is posted to. */
    public String path() {
        return "/v1/" + name;
    }

    /** The field of a body that holds several. */
    public String list() {
        return list;
    }

    /** Names a file of them to the recount. */
    public String option() {
        return option;
    }

    /** As files of them are called. */
    @Override
    public String toString() {
        return name;
    }
}
