package dev.footlights.query.delivery;

import dev.footlights.query.report.render.HtmlRenderer;
import dev.footlights.query.report.render.MarkdownRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts files into a folder. A file appears whole or not at all, and the same message makes the same names. */
final class FolderCourier implements Courier {
    @Override
    public Outcome bring(Letter letter, String id, Content content) {
        if (!(letter.recipient() instanceof Recipient.Folder(String name, Path folder))) {
            return new Outcome.Refused("it isn't for a folder");
        }
        Map<String, byte[]> files = new LinkedHashMap<>(content.files());
        files.put("html", utf8(HtmlRenderer.render(content.document(), HtmlRenderer.Target.BROWSER)));
        files.put("md", utf8(MarkdownRenderer.render(content.document())));
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path whole = folder.resolve(content.fileName() + "." + file.getKey());
                Path part = folder.resolve("." + content.fileName() + "." + file.getKey() + ".part");
                Files.write(part, file.getValue());
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Outcome.Delivered();
        } catch (IOException e) {
            return new Outcome.Failed(
                    "the folder can't be written: " + e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
