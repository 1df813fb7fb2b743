package dev.footlights.query.delivery;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Span;
import dev.footlights.query.report.render.Escapes;
import dev.footlights.query.report.render.HtmlRenderer;
import dev.footlights.query.report.render.Pictures;
import dev.footlights.query.report.render.TextRenderer;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes mails: plain text and HTML with its pictures, whichever the reader's program shows, and files beside them. */
final class MailWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String from;
    private final StopLinks stops;
    private final Clock clock;

    MailWriter(String from, StopLinks stops, Clock clock) {
        this.from = from;
        this.stops = stops;
        this.clock = clock;
    }

    /** @param id of the message; the same for each attempt, so that mail programs know a second one again */
    MimeMessage write(Session session, Letter letter, String address, String id, Content content)
            throws MessagingException {
        URI stop = stops.of(letter.stops(), address);
        Document document = withStop(content.document(), stop);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@footlights>");
            }
        };
        message.setFrom(InternetAddress.parse(from, true)[0]);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(Escapes.oneLine(document.title()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("List-Unsubscribe", "<" + stop.toASCIIString() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(parts(document, content));
        message.saveChanges();
        return message;
    }

    private static Document withStop(Document document, URI stop) {
        List<Block> footer = new ArrayList<>(document.footer());
        footer.add(new Block.Paragraph(
                List.of(Span.of("You don't want these mails any more? "), Span.link("Stop them", Optional.of(stop)))));
        return document.withFooter(footer);
    }

    private static MimeMultipart parts(Document document, Content content) throws MessagingException {
        MimeMultipart related = new MimeMultipart("related");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HtmlRenderer.render(document, HtmlRenderer.Target.MAIL), UTF_8, "html");
        related.addBodyPart(html);
        for (Map.Entry<String, byte[]> picture : Pictures.of(document).entrySet()) {
            MimeBodyPart image = bytes(picture.getValue(), "image/png", picture.getKey() + ".png");
            image.setContentID("<" + picture.getKey() + "@footlights>");
            image.setDisposition(Part.INLINE);
            related.addBodyPart(image);
        }
        MimeMultipart alternative = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(TextRenderer.render(document), UTF_8);
        alternative.addBodyPart(text);
        alternative.addBodyPart(wrapped(related));
        if (content.files().isEmpty()) {
            return alternative;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(wrapped(alternative));
        for (Map.Entry<String, byte[]> file : content.files().entrySet()) {
            String type = file.getKey().equals("pdf") ? "application/pdf" : "application/octet-stream";
            mixed.addBodyPart(bytes(file.getValue(), type, content.fileName() + "." + file.getKey()));
        }
        return mixed;
    }

    private static MimeBodyPart wrapped(MimeMultipart multipart) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(multipart);
        return part;
    }

    private static MimeBodyPart bytes(byte[] bytes, String type, String name) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setFileName(name);
        return part;
    }
}
