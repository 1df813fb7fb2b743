package dev.footlights.query.answer;

import dev.footlights.query.request.Layout;
import dev.footlights.query.request.Question;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as JSON objects. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /** The body of {@code /kpis/{id}} and {@code /matrix}. */
    public static Map<String, @Nullable Object> of(Answer answer, Layout layout) {
        Question question = answer.question();
        Page<Row> page = Page.of(answer, layout);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kpi", question.kpi().id());
        body.put("unit", answer.unit());
        body.put("zone", question.zone().getId());
        body.put("from", question.from().toString());
        body.put("to", question.to().toString());
        body.put("granularity", question.granularity().text());
        body.put("asOf", text(answer.asOf()));
        List<Map<String, @Nullable Object>> rows =
                page.rows().stream().map(row -> row(row, question.compare())).toList();
        paged(body, page, rows);
        return body;
    }

    /** How a moment is written; null when there is none. */
    public static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }

    /** Adds rows, their number in all, and where the next page begins, null on the last. */
    public static void paged(Map<String, @Nullable Object> body, Page<?> page, List<?> rows) {
        body.put("total", page.total());
        body.put("nextOffset", page.nextOffset().isPresent() ? page.nextOffset().getAsInt() : null);
        body.put("rows", rows);
    }

    private static Map<String, @Nullable Object> row(Row row, boolean compared) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("period", row.period());
        json.put("team", row.team());
        json.put("feature", row.feature());
        json.put("value", row.value());
        if (compared) {
            json.put("previous", row.previous());
        }
        json.put("withheld", row.withheld());
        if (row.withheldBecause() != null) {
            json.put("withheldBecause", row.withheldBecause().text());
        }
        if (row.previousWithheld()) {
            json.put("previousWithheld", true);
        }
        if (row.partial()) {
            json.put("partial", true);
        }
        row.headcount().ifPresent(headcount -> json.put("headcount", headcount));
        if (row.value() == null && !row.withheld()) {
            json.put("note", note(row));
        }
        return json;
    }

    private static String note(Row row) {
        return row.headcount().orElse(-1) == 0 ? "the team has no headcount" : "there is nothing to work it out from";
    }
}
