package dev.footlights.query.report.render;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Block.Mood;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * HTML that is XML too. Every style stands at its element, since mail programs drop what stands in the head; the head only
 * adds what some can do more: dark colours and print.
 */
public final class HtmlRenderer {
    private static final Palette LIGHT = Palette.LIGHT;
    private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;";
    private static final String TEXT = FONT + "font-size:15px;line-height:1.55;color:" + LIGHT.ink() + ";";

    private final Target target;
    private final StringBuilder html = new StringBuilder();
    private int picture;

    /** Where it is shown. */
    public enum Target {
        /** Pictures are parts of the mail, named by their Content-ID. */
        MAIL,
        /** Pictures are in the page, also for dark screens. */
        BROWSER,
        /** For the PDF. */
        PRINT
    }

    private HtmlRenderer(Target target) {
        this.target = target;
    }

    public static String render(Document document, Target target) {
        HtmlRenderer renderer = new HtmlRenderer(target);
        renderer.page(document);
        return renderer.html.toString();
    }

    private void page(Document document) {
        String title = Escapes.html(Escapes.oneLine(document.title()));
        html.append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n")
                .append("<meta charset=\"utf-8\" />\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\" />\n")
                .append("<meta name=\"supported-color-schemes\" content=\"light dark\" />\n")
                .append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(target == Target.PRINT ? print(document) : screen())
                .append("</style>\n</head>\n");
        html.append(
                "<body class=\"page\" style=\"margin:0;padding:0;background:" + LIGHT.page() + ";" + TEXT + "\">\n");
        if (target == Target.MAIL) {
            html.append("<div style=\"display:none;max-height:0;overflow:hidden\">")
                    .append(plain(document.lead()))
                    .append("</div>\n");
        }
        html.append("<div role=\"main\" class=\"outer\" style=\"max-width:640px;margin:0 auto;padding:20px 12px\">\n");
        html.append("<div class=\"card\" style=\"background:" + LIGHT.surface() + ";border:1px solid " + LIGHT.line()
                + ";border-radius:10px;padding:24px 22px\">\n");
        html.append("<h1 style=\"" + FONT + "font-size:22px;line-height:1.25;margin:0 0 6px\">" + title + "</h1>\n");
        html.append("<p class=\"muted\" style=\"margin:0 0 16px;font-size:13px;color:" + LIGHT.muted() + "\">")
                .append(Escapes.html(document.scope()))
                .append("</p>\n");
        html.append("<p style=\"margin:0 0 18px;font-size:17px;line-height:1.5\">")
                .append(spans(document.lead()))
                .append("</p>\n");
        document.opening().forEach(this::block);
        for (Document.Section section : document.sections()) {
            html.append("<div class=\"section\" id=\"" + Escapes.html(section.id()) + "\">\n");
            html.append("<h2 class=\"rule\" style=\"" + FONT + "font-size:17px;line-height:1.3;margin:26px 0 10px;"
                    + "padding-top:18px;border-top:1px solid " + LIGHT.line() + "\">"
                    + Escapes.html(section.title()) + "</h2>\n");
            section.blocks().forEach(this::block);
            html.append("</div>\n");
        }
        html.append(
                "</div>\n<div class=\"muted footer\" style=\"padding:14px 10px;font-size:12.5px;line-height:1.5;color:"
                        + LIGHT.muted() + "\">\n");
        document.footer().forEach(this::block);
        html.append("</div>\n</div>\n</body>\n</html>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(List<Span> spans) ->
                html.append("<p style=\"margin:0 0 12px\">")
                        .append(spans(spans))
                        .append("</p>\n");
            case Block.Notice(String text) ->
                html.append(
                                "<p class=\"notice\" role=\"note\" style=\"margin:0 0 16px;padding:10px 14px;border-radius:8px;"
                                        + "background:" + LIGHT.notice() + "\"><strong>Note:</strong> ")
                        .append(Escapes.html(text))
                        .append("</p>\n");
            case Block.Points(List<List<Span>> points) -> {
                html.append("<ul style=\"margin:0 0 14px;padding:0 0 0 20px\">\n");
                points.forEach(point -> html.append("<li style=\"margin:0 0 7px\">")
                        .append(spans(point))
                        .append("</li>\n"));
                html.append("</ul>\n");
            }
            case Block.Tiles(List<Block.Tile> tiles) -> tiles(tiles);
            case Block.Table table -> table(table);
            case Block.Picture shown -> picture(shown);
        }
    }

    /** Side by side where there is room, below one another where there isn't. */
    private void tiles(List<Block.Tile> tiles) {
        html.append("<div class=\"tiles\" style=\"margin:0 -5px 14px;font-size:0\">\n");
        for (Block.Tile tile : tiles) {
            html.append(
                    "<div class=\"tile-box\" style=\"display:inline-block;vertical-align:top;width:33.3%;min-width:152px;"
                            + "font-size:13px\"><div class=\"tile\" title=\"" + Escapes.html(tile.definition())
                            + "\" style=\"margin:5px;padding:11px 12px;min-height:74px;border:1px solid " + LIGHT.line()
                            + ";border-radius:8px\">");
            html.append("<div class=\"muted\" style=\"font-size:12.5px;color:" + LIGHT.muted() + "\">"
                    + Escapes.html(tile.label()) + "</div>");
            html.append("<div style=\"font-size:20px;line-height:1.35;font-weight:600\">" + Escapes.html(tile.value())
                    + "</div>");
            html.append("<div class=\"" + mood(tile.mood()) + "\" style=\"line-height:1.35;color:" + colour(tile.mood())
                    + "\">" + Escapes.html(tile.note()) + "</div></div></div>\n");
        }
        html.append("</div>\n");
    }

    private static String mood(Mood mood) {
        return switch (mood) {
            case GOOD -> "good";
            case BAD -> "bad";
            case PLAIN -> "muted";
        };
    }

    private static String colour(Mood mood) {
        return switch (mood) {
            case GOOD -> LIGHT.good();
            case BAD -> LIGHT.bad();
            case PLAIN -> LIGHT.muted();
        };
    }

    private void table(Block.Table table) {
        html.append(
                        "<table class=\"figures\" style=\"width:100%;border-collapse:collapse;margin:0 0 14px;font-size:14px\">\n")
                .append("<caption style=\"text-align:left;font-weight:600;padding:0 0 6px\">")
                .append(Escapes.html(table.caption()))
                .append("</caption>\n<thead><tr>");
        for (int column = 0; column < table.columns().size(); column++) {
            html.append("<th scope=\"col\" class=\"muted rule\" style=\"" + align(column)
                    + "font-weight:400;vertical-align:bottom;padding:4px 6px 4px 0;border-bottom:1px solid "
                    + LIGHT.line() + ";color:" + LIGHT.muted() + "\">"
                    + Escapes.html(table.columns().get(column)) + "</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append("<td class=\"rule\" style=\"" + align(column)
                        + "padding:5px 6px 5px 0;word-break:break-word;overflow-wrap:anywhere;border-bottom:1px solid "
                        + LIGHT.line() + "\">" + Escapes.html(row.get(column)) + "</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String align(int column) {
        return column == 0 ? "text-align:left;" : "text-align:right;";
    }

    private void picture(Block.Picture shown) {
        String name = Pictures.name(picture++);
        String style = "display:block;width:100%;max-width:520px;height:auto;border:0";
        String alt = Escapes.html(shown.alt());
        html.append("<div class=\"picture\" style=\"margin:12px 0 16px\">");
        switch (target) {
            case MAIL ->
                html.append("<img src=\"cid:" + name + "@footlights\" alt=\"" + alt + "\" width=\"520\" style=\""
                        + style + "\" />");
            case BROWSER ->
                html.append(
                        "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"" + data(shown, Palette.DARK)
                                + "\" /><img src=\"" + data(shown, LIGHT) + "\" alt=\"" + alt + "\" style=\"" + style
                                + "\" /></picture>");
            case PRINT ->
                html.append("<img src=\"" + data(shown, LIGHT) + "\" alt=\"" + alt
                        + "\" style=\"display:block;width:440px\" />");
        }
        html.append("</div>\n");
    }

    private static String data(Block.Picture shown, Palette palette) {
        byte[] png = new ChartPainter(palette).png(shown.chart());
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static String plain(List<Span> spans) {
        return Escapes.html(spans.stream().map(Span::text).collect(Collectors.joining()));
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(HtmlRenderer::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String text = Escapes.html(span.text());
        String marked = span.strong() ? "<strong>" + text + "</strong>" : text;
        return span.link()
                .map(link -> "<a class=\"accent\" href=\"" + Escapes.html(link.toASCIIString()) + "\" style=\"color:"
                        + LIGHT.accent() + "\">" + marked + "</a>")
                .orElse(marked);
    }

    private static String screen() {
        Palette dark = Palette.DARK;
        return """
                :root { color-scheme: light dark; supported-color-schemes: light dark; }
                @media (max-width: 420px) {
                  .outer { padding: 0 !important; }
                  .card { border: 0 !important; border-radius: 0 !important; padding: 20px 16px !important; }
                  .tile-box { width: 50%% !important; min-width: 140px !important; }
                }
                @media (prefers-color-scheme: dark) {
                  .page { background: %s !important; color: %s !important; }
                  .card { background: %s !important; border-color: %s !important; color: %s !important; }
                  .tile { border-color: %s !important; }
                  .rule { border-color: %s !important; }
                  .muted { color: %s !important; }
                  .accent { color: %s !important; }
                  .good { color: %s !important; }
                  .bad { color: %s !important; }
                  .notice { background: %s !important; color: %s !important; }
                }
                """.formatted(
                        dark.page(),
                        dark.ink(),
                        dark.surface(),
                        dark.line(),
                        dark.ink(),
                        dark.line(),
                        dark.line(),
                        dark.muted(),
                        dark.accent(),
                        dark.good(),
                        dark.bad(),
                        dark.notice(),
                        dark.ink());
    }

    private static String print(Document document) {
        String running = document.title().replaceAll("[\"\\\\\\p{Cntrl}<>&]", " ");
        return """
                @page {
                  size: A4; margin: 14mm 16mm 17mm;
                  @bottom-left { content: "TITLE"; font: 8.5pt Report; color: MUTED; }
                  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt Report; color: MUTED; }
                }
                * { font-family: Report !important; }
                body { background: #ffffff !important; font-size: 10pt !important; }
                .rule { margin-top: 14px !important; }
                .figures td, .figures th { padding-top: 2px !important; padding-bottom: 2px !important; }
                .outer, .card { max-width: none !important; padding: 0 !important; border: 0 !important; }
                .tile-box { width: 32% !important; }
                .tile { min-height: 15mm !important; page-break-inside: avoid; }
                .tiles, .picture, .figures tr, li { page-break-inside: avoid; }
                .figures { -fs-table-paginate: paginate; page-break-inside: avoid; }
                h1, h2, caption { page-break-after: avoid; }
                .footer { page-break-inside: avoid; }
                """.replace("MUTED", LIGHT.muted()).replace("TITLE", running);
    }
}
