package dev.footlights.query.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.query.delivery.Content;
import dev.footlights.query.delivery.Recipient;
import dev.footlights.query.report.ReportCsv;
import dev.footlights.query.report.ReportJson;
import dev.footlights.query.report.WeeklyReport;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.render.PdfRenderer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each kind of recipient gets of a report. */
final class ReportContent {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportContent() {}

    static Content of(WeeklyReport report, Document document, Recipient recipient, boolean attachPdf) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        switch (recipient) {
            case Recipient.Mailbox mailbox -> {
                if (attachPdf) {
                    files.put("pdf", PdfRenderer.render(document));
                }
            }
            case Recipient.Folder folder -> {
                files.put("pdf", PdfRenderer.render(document));
                files.put("csv", ReportCsv.of(report).getBytes(StandardCharsets.UTF_8));
                files.put("json", json(report, document));
            }
            case Recipient.Webhook webhook -> {
                // A chat shows the message only.
            }
        }
        return new Content(document, fileName(report), files);
    }

    private static byte[] json(WeeklyReport report, Document document) {
        try {
            return JSON.writeValueAsBytes(ReportJson.of(report, document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code adoption-2026-W47-group-default-payments}; safe wherever the team's ref comes from. */
    static String fileName(WeeklyReport report) {
        String team = report.team().ref().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "adoption-" + report.week().label() + "-" + team.substring(0, Math.min(80, team.length()));
    }
}
