package dev.footlights.ingest.event;

import java.util.Optional;

/** What other tools tell beside events of use, each in Footlights' own shape. */
public enum ReportFormat implements Format {
    /** How a task of the scaffolder ended. */
    TEMPLATE_OUTCOME("template-outcome", "outcomes", Optional.of("taskId")),
    /** What a maturity check found. */
    CHECK_RESULT("check-result", "results", Optional.empty());

    private final String spelling;
    private final String elements;
    private final Optional<String> idField;

    ReportFormat(String spelling, String elements, Optional<String> idField) {
        this.spelling = spelling;
        this.elements = elements;
        this.idField = idField;
    }

    @Override
    public String spelling() {
        return spelling;
    }

    @Override
    public Optional<String> wrapper() {
        return Optional.of(elements);
    }

    @Override
    public boolean takesOne() {
        return true;
    }

    @Override
    public Optional<String> idField() {
        return idField;
    }

    @Override
    public String elements() {
        return elements;
    }
}
