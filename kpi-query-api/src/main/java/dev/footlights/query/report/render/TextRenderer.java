package dev.footlights.query.report.render;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plain text, in lines of at most 76 characters where words allow. */
public final class TextRenderer {
    private static final int WIDTH = 76;

    private final StringBuilder text = new StringBuilder();

    private TextRenderer() {}

    public static String render(Document document) {
        TextRenderer renderer = new TextRenderer();
        renderer.heading(document.title(), '=');
        renderer.wrapped("", "", spans(document.lead()));
        document.opening().forEach(renderer::block);
        for (Document.Section section : document.sections()) {
            renderer.text.append('\n');
            renderer.heading(section.title(), '-');
            section.blocks().forEach(renderer::block);
        }
        renderer.text.append("\n-- \n");
        document.footer().forEach(renderer::block);
        return renderer.text.toString();
    }

    private void heading(String title, char line) {
        String one = oneLine(title);
        text.append(one)
                .append('\n')
                .append(String.valueOf(line).repeat(Math.min(WIDTH, one.length())))
                .append("\n\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(List<Span> spans) -> wrapped("", "", spans(spans));
            case Block.Notice(String notice) -> wrapped("! ", "  ", notice);
            case Block.Points(List<List<Span>> points) -> {
                points.forEach(point -> wrapped("* ", "  ", spans(point)));
                text.append('\n');
                return;
            }
            case Block.Tiles(List<Block.Tile> tiles) ->
                tiles.forEach(tile -> wrapped("  ", "    ", tile.label() + ": " + tile.value() + " – " + tile.note()));
            case Block.Table table -> table(table);
            case Block.Picture(var chart, String alt) -> wrapped("", "", alt);
        }
        if (!(block instanceof Block.Table)) {
            text.append('\n');
        }
    }

    private void table(Block.Table table) {
        wrapped("", "", table.caption() + ":");
        for (List<String> row : table.rows()) {
            StringBuilder line = new StringBuilder(row.getFirst());
            for (int column = 1; column < row.size(); column++) {
                line.append(column == 1 ? ": " : ", ")
                        .append(table.columns().get(column).toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(row.get(column));
            }
            wrapped("* ", "  ", line.toString());
        }
        text.append('\n');
    }

    private static String spans(List<Span> spans) {
        return spans.stream()
                .map(span ->
                        span.text() + span.link().map(link -> " <" + link + ">").orElse(""))
                .collect(Collectors.joining());
    }

    private void wrapped(String first, String others, String sentences) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : oneLine(sentences).split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line.toString().replace('\u00a0', ' ')).append('\n');
    }

    private static String oneLine(String text) {
        return Escapes.oneLine(text);
    }
}
