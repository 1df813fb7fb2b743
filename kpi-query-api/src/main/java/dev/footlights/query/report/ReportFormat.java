package dev.footlights.query.report;

/** What a report may be written as. */
public enum ReportFormat {
    HTML("text/html; charset=utf-8", "html"),
    PDF("application/pdf", "pdf"),
    MD("text/markdown; charset=utf-8", "md"),
    /** The same as {@link #MD}. */
    MARKDOWN("text/markdown; charset=utf-8", "md"),
    TXT("text/plain; charset=utf-8", "txt"),
    /** The same as {@link #TXT}. */
    TEXT("text/plain; charset=utf-8", "txt"),
    JSON("application/json", "json"),
    CSV("text/csv; charset=utf-8", "csv");

    private final String contentType;
    private final String ending;

    ReportFormat(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** The type without its parameters. */
    public String mediaType() {
        return contentType.split(";", 2)[0];
    }
}
