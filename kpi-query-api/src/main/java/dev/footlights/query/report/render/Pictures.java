package dev.footlights.query.report.render;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pictures of a message, by names that are unique in it. */
public final class Pictures {
    private Pictures() {}

    /** PNGs on a light ground by name, in order. */
    public static Map<String, byte[]> of(Document document) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        ChartPainter painter = new ChartPainter(Palette.LIGHT);
        List<Block.Picture> all = all(document);
        for (int index = 0; index < all.size(); index++) {
            pictures.put(name(index), painter.png(all.get(index).chart()));
        }
        return pictures;
    }

    static String name(int index) {
        return "chart-" + (index + 1);
    }

    static List<Block.Picture> all(Document document) {
        return Stream.concat(
                        document.opening().stream(),
                        document.sections().stream().flatMap(section -> section.blocks().stream()))
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .toList();
    }
}
