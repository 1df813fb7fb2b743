package dev.footlights.query.report.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.footlights.query.report.document.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * PDF with DejaVu Sans Condensed embedded: Latin, Greek, Cyrillic, and many signs. What it has no shape for is shown as an
 * empty box. Nothing is fetched: a picture is part of the page or isn't there.
 */
public final class PdfRenderer {
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final int EMPTY_BOX = 0x25a1;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfRenderer() {}

    public static byte[] render(Document document) {
        String html = displayable(HtmlRenderer.render(document, HtmlRenderer.Target.PRINT));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> Fonts.open("DejaVuSansCondensed.ttf"), "Report", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> Fonts.open("DejaVuSansCondensed-Bold.ttf"), "Report", BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withProducer("Footlights");
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static String displayable(String html) {
        StringBuilder shown = new StringBuilder(html.length());
        html.codePoints().forEach(point -> {
            boolean invisible = point == 0x200b || point == 0x200d || (point >= 0xfe00 && point <= 0xfe0f);
            if (point < 128 || (!invisible && Fonts.REGULAR.canDisplay(point))) {
                shown.appendCodePoint(point);
            } else if (!invisible) {
                shown.appendCodePoint(EMPTY_BOX);
            }
        });
        return shown.toString();
    }
}
