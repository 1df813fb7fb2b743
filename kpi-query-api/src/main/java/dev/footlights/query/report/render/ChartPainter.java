package dev.footlights.query.report.render;

import dev.footlights.query.report.document.Chart;
import dev.footlights.query.report.words.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/**
 * Paints charts as PNG, three pixels to a point so that they are sharp on any screen. Figures stand at the marks, so there
 * are no axes to read.
 */
final class ChartPainter {
    /** Points. Narrow, so that the text can still be read where a phone makes the picture smaller. */
    static final int WIDTH = 400;

    private static final int PIXELS = 3;
    private static final float TEXT = 12f;
    private static final int TITLE_HEIGHT = 26;
    private static final int COLUMN_AREA = 118;
    private static final int CHANGE_ROW = 26;
    private static final int SHARE_ROW = 35;
    private static final int NAME_WIDTH = 132;
    private static final int FIGURES_WIDTH = 92;

    private final Palette palette;

    ChartPainter(Palette palette) {
        this.palette = palette;
    }

    static {
        System.setProperty("java.awt.headless", "true");
    }

    static int height(Chart chart) {
        return switch (chart) {
            case Chart.Columns columns -> TITLE_HEIGHT + COLUMN_AREA + 42;
            case Chart.Changes(String title, List<Chart.Change> changes) ->
                TITLE_HEIGHT + changes.size() * CHANGE_ROW + 8;
            case Chart.Shares(String title, List<Chart.Share> shares) -> TITLE_HEIGHT + shares.size() * SHARE_ROW + 6;
        };
    }

    byte[] png(Chart chart) {
        int height = height(chart);
        BufferedImage image = new BufferedImage(WIDTH * PIXELS, height * PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(PIXELS, PIXELS);
        graphics.setColor(colour(palette.surface()));
        graphics.fillRect(0, 0, WIDTH, height);
        text(graphics, chart.title(), 0, 15, Fonts.BOLD.deriveFont(TEXT), palette.ink());
        switch (chart) {
            case Chart.Columns(String title, List<Chart.Column> columns) -> columns(graphics, columns);
            case Chart.Changes(String title, List<Chart.Change> changes) -> changes(graphics, changes);
            case Chart.Shares(String title, List<Chart.Share> shares) -> shares(graphics, shares);
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void columns(Graphics2D graphics, List<Chart.Column> columns) {
        double most = most(columns, column -> {
            Double value = column.value();
            return value == null ? 0 : value;
        });
        int base = TITLE_HEIGHT + 18 + COLUMN_AREA;
        double step = Math.min(64, (double) WIDTH / columns.size());
        double width = Math.min(36, step * 0.68);
        for (int index = 0; index < columns.size(); index++) {
            Chart.Column column = columns.get(index);
            boolean last = index == columns.size() - 1;
            double left = index * step + (step - width) / 2;
            Double value = column.value();
            Font font = (last ? Fonts.BOLD : Fonts.REGULAR).deriveFont(columns.size() > 9 ? 10.5f : TEXT);
            String ink = last ? palette.ink() : palette.muted();
            if (value == null) {
                graphics.setColor(colour(palette.muted()));
                graphics.setStroke(new BasicStroke(
                        1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {2f, 2f}, 0f));
                graphics.draw(new RoundRectangle2D.Double(left, base - 24, width, 24, 3, 3));
                centred(graphics, "?", left + width / 2, base - 8, font, ink);
            } else {
                double height = most == 0 ? 0 : value / most * COLUMN_AREA;
                graphics.setColor(colour(last ? palette.accent() : palette.soft()));
                graphics.fill(new RoundRectangle2D.Double(left, base - height, width, height, 4, 4));
                centred(graphics, column.text(), left + width / 2, base - height - 5, font, ink);
            }
            centred(graphics, column.label(), left + width / 2, base + 16, font, ink);
        }
        graphics.setColor(colour(palette.line()));
        graphics.setStroke(new BasicStroke(1f));
        graphics.draw(new Line2D.Double(0, base + 0.5, step * columns.size(), base + 0.5));
    }

    private void changes(Graphics2D graphics, List<Chart.Change> changes) {
        double most = most(changes, change -> Math.max(change.before(), change.now()));
        double left = NAME_WIDTH + 10;
        double room = WIDTH - FIGURES_WIDTH - left - 12;
        Font font = Fonts.REGULAR.deriveFont(TEXT);
        for (int index = 0; index < changes.size(); index++) {
            Chart.Change change = changes.get(index);
            double middle = TITLE_HEIGHT + index * CHANGE_ROW + CHANGE_ROW / 2.0;
            float line = (float) middle + 4;
            text(graphics, fitted(graphics, change.label(), font, NAME_WIDTH), 0, line, font, palette.ink());
            double before = left + change.before() / most * room;
            double now = left + change.now() / most * room;
            boolean up = change.now() >= change.before();
            String colour = up ? palette.good() : palette.bad();
            graphics.setColor(colour(palette.line()));
            graphics.setStroke(new BasicStroke(1f));
            graphics.draw(new Line2D.Double(left, middle, left + room, middle));
            graphics.setColor(colour(colour));
            graphics.setStroke(new BasicStroke(3f));
            graphics.draw(new Line2D.Double(before, middle, now, middle));
            dot(graphics, before, middle, palette.surface(), colour);
            dot(graphics, now, middle, colour, colour);
            String sign = up ? "+" : "−";
            String figures = number(change.before()) + " → " + number(change.now());
            float column = WIDTH - FIGURES_WIDTH;
            text(graphics, figures, column, line, font, palette.muted());
            String grown = sign + number(Math.abs(change.now() - change.before()));
            Font bold = Fonts.BOLD.deriveFont(TEXT);
            text(graphics, grown, (float) (WIDTH - width(graphics, grown, bold)), line, bold, colour);
        }
    }

    private void dot(Graphics2D graphics, double x, double y, String fill, String edge) {
        Ellipse2D dot = new Ellipse2D.Double(x - 4, y - 4, 8, 8);
        graphics.setColor(colour(fill));
        graphics.fill(dot);
        graphics.setColor(colour(edge));
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.draw(dot);
    }

    private void shares(Graphics2D graphics, List<Chart.Share> shares) {
        Font font = Fonts.REGULAR.deriveFont(TEXT);
        for (int index = 0; index < shares.size(); index++) {
            Chart.Share share = shares.get(index);
            float top = TITLE_HEIGHT + index * SHARE_ROW;
            double textWidth = width(graphics, share.text(), font);
            text(
                    graphics,
                    fitted(graphics, share.label(), font, WIDTH - textWidth - 12),
                    0,
                    top + 13,
                    font,
                    palette.ink());
            text(graphics, share.text(), (float) (WIDTH - textWidth), top + 13, font, palette.muted());
            graphics.setColor(colour(palette.line()));
            graphics.fill(new RoundRectangle2D.Double(0, top + 19, WIDTH, 7, 7, 7));
            Double part = share.share();
            if (part != null && part > 0) {
                graphics.setColor(colour(palette.accent()));
                graphics.fill(
                        new RoundRectangle2D.Double(0, top + 19, Math.max(7, WIDTH * Math.min(1, part)), 7, 7, 7));
            }
        }
    }

    private static <T> double most(List<T> items, ToDoubleFunction<T> size) {
        double most = items.stream().mapToDouble(size).max().orElse(0);
        return most == 0 ? 1 : most;
    }

    private static String number(double number) {
        return Words.number(number);
    }

    private static void text(Graphics2D graphics, String text, float x, float y, Font font, String colour) {
        graphics.setFont(font);
        graphics.setColor(colour(colour));
        graphics.drawString(text, x, y);
    }

    private static void centred(Graphics2D graphics, String text, double x, double y, Font font, String colour) {
        text(graphics, text, (float) (x - width(graphics, text, font) / 2), (float) y, font, colour);
    }

    private static double width(Graphics2D graphics, String text, Font font) {
        return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    /** The text, shortened until it fits. */
    private static String fitted(Graphics2D graphics, String text, Font font, double room) {
        String fitted = Escapes.oneLine(text);
        if (width(graphics, fitted, font) <= room) {
            return fitted;
        }
        while (!fitted.isEmpty() && width(graphics, fitted + "…", font) > room) {
            fitted = fitted.substring(0, fitted.offsetByCodePoints(fitted.length(), -1));
        }
        return fitted.strip() + "…";
    }

    private static Color colour(String hex) {
        return Color.decode(hex);
    }
}
