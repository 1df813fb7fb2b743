package dev.footlights.query.report.render;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown as GitHub and chats read it. Pictures are told in words. */
public final class MarkdownRenderer {
    private MarkdownRenderer() {}

    public static String render(Document document) {
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + Escapes.markdown(document.title()));
        blocks.add(spans(document.lead()));
        document.opening().forEach(block -> blocks.add(block(block)));
        for (Document.Section section : document.sections()) {
            blocks.add("## " + Escapes.markdown(section.title()));
            section.blocks().forEach(block -> blocks.add(block(block)));
        }
        blocks.add("---");
        document.footer().forEach(block -> blocks.add(block(block)));
        return String.join("\n\n", blocks) + "\n";
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Paragraph(List<Span> spans) -> spans(spans);
            case Block.Notice(String text) -> "> **Note:** " + Escapes.markdown(text);
            case Block.Points(List<List<Span>> points) ->
                points.stream().map(point -> "- " + spans(point)).collect(Collectors.joining("\n"));
            case Block.Tiles(List<Block.Tile> tiles) -> tiles(tiles);
            case Block.Table(String caption, List<String> columns, List<List<String>> rows) ->
                "**" + Escapes.markdown(caption) + "**\n\n" + table(columns, rows);
            case Block.Picture(var chart, String alt) -> "*" + Escapes.markdown(alt) + "*";
        };
    }

    private static String tiles(List<Block.Tile> tiles) {
        return table(
                List.of("Figure", "This week", "Change"),
                tiles.stream()
                        .map(tile -> List.of(tile.label(), tile.value(), tile.note()))
                        .toList());
    }

    private static String table(List<String> columns, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(columns));
        lines.add("|---" + "|--:".repeat(columns.size() - 1) + "|");
        rows.forEach(row -> lines.add(row(row)));
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return "| " + cells.stream().map(Escapes::markdown).collect(Collectors.joining(" | ")) + " |";
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(MarkdownRenderer::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String before = span.text().startsWith(" ") ? " " : "";
        String after = span.text().length() > 1 && span.text().endsWith(" ") ? " " : "";
        String text = Escapes.markdown(span.text());
        String marked = span.strong() ? "**" + text + "**" : text;
        return before
                + span.link()
                        .map(link -> "[" + marked + "](<" + link.toASCIIString() + ">)")
                        .orElse(marked)
                + after;
    }
}
