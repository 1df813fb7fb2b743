package dev.footlights.query.report.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** DejaVu Sans Condensed, which comes with the service: pictures and PDF look the same on every machine. */
final class Fonts {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    static final Font REGULAR = load("DejaVuSansCondensed.ttf");
    static final Font BOLD = load("DejaVuSansCondensed-Bold.ttf");

    private Fonts() {}

    static InputStream open(String file) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(FOLDER + file), file);
    }

    private static Font load(String file) {
        try (InputStream in = open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " isn't a font", e);
        }
    }
}
