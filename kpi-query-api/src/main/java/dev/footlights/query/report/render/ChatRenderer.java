package dev.footlights.query.report.render;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The message of an incoming webhook of Slack and those that follow it, without pictures. */
public final class ChatRenderer {
    /** Slack cuts longer ones; others refuse them. */
    private static final int LONGEST = 12_000;

    private ChatRenderer() {}

    public static String render(Document document) {
        List<String> blocks = new ArrayList<>();
        blocks.add("*" + Escapes.chat(document.title()) + "*");
        blocks.add(spans(document.lead()));
        document.opening().forEach(block -> add(blocks, block));
        for (Document.Section section : document.sections()) {
            blocks.add("*" + Escapes.chat(section.title()) + "*");
            section.blocks().forEach(block -> add(blocks, block));
        }
        document.footer().forEach(block -> add(blocks, block));
        String text = String.join("\n", blocks);
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('\n', LONGEST)) + "\n…";
    }

    private static void add(List<String> blocks, Block block) {
        switch (block) {
            case Block.Paragraph(List<Span> spans) -> blocks.add(spans(spans));
            case Block.Notice(String text) -> blocks.add(":warning: " + Escapes.chat(text));
            case Block.Points(List<List<Span>> points) -> points.forEach(point -> blocks.add("• " + spans(point)));
            case Block.Tiles(List<Block.Tile> tiles) ->
                tiles.forEach(tile -> blocks.add("• " + Escapes.chat(tile.label()) + ": *" + Escapes.chat(tile.value())
                        + "* " + Escapes.chat(tile.note())));
            case Block.Table(String caption, List<String> columns, List<List<String>> rows) -> {
                blocks.add(Escapes.chat(caption) + ":");
                rows.forEach(row -> blocks.add("• " + Escapes.chat(row.getFirst()) + " (" + Escapes.chat(row.get(1))
                        + " · " + Escapes.chat(Escapes.oneLine(columns.get(1)).toLowerCase(Locale.ROOT))
                        + ")"));
            }
            case Block.Picture picture -> {
                // What it shows is told beside it.
            }
        }
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(ChatRenderer::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String before = span.text().startsWith(" ") ? " " : "";
        String after = span.text().length() > 1 && span.text().endsWith(" ") ? " " : "";
        String text = Escapes.chat(span.text());
        if (text.isEmpty()) {
            return before;
        }
        String linked = span.link()
                .map(link -> "<" + link.toASCIIString().replace("&", "&amp;").replace("|", "%7C") + "|" + text + ">")
                .orElse(text);
        return before + (span.strong() ? "*" + linked + "*" : linked) + after;
    }
}
