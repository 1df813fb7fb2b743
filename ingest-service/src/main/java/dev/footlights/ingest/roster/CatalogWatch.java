package dev.footlights.ingest.roster;

import dev.footlights.ingest.identity.Pseudonyms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest good reading of the catalog. Files that can't be read change nothing but what {@link #problem} says. */
final class CatalogWatch {
    private final CatalogFiles files;
    private final CatalogReader reader = new CatalogReader();
    private final Pseudonyms pseudonyms;
    private volatile Reading reading = new Reading("", Optional.empty(), Optional.empty());

    private record Reading(String hash, Optional<Organisation> organisation, Optional<String> problem) {}

    CatalogWatch(List<Path> roots, Pseudonyms pseudonyms) {
        this.files = new CatalogFiles(roots);
        this.pseudonyms = pseudonyms;
    }

    /** Empty until the catalog was readable once. */
    Optional<Organisation> organisation() {
        return reading.organisation();
    }

    /** What is wrong with the catalog as it is now. */
    Optional<String> problem() {
        return reading.problem();
    }

    /** Looks at the files; true when they gave another organisation or another problem than before. */
    boolean look() {
        Reading before = reading;
        try {
            CatalogFiles.Content content = files.read();
            if (content.hash().equals(before.hash())) {
                return false;
            }
            reading = read(content, before);
        } catch (CatalogException e) {
            reading = new Reading("", before.organisation(), Optional.of(String.valueOf(e.getMessage())));
        }
        return !reading.equals(before);
    }

    private Reading read(CatalogFiles.Content content, Reading before) {
        try {
            List<CatalogEntity> entities = new ArrayList<>();
            for (Map.Entry<Path, byte[]> file : content.files().entrySet()) {
                entities.addAll(reader.read(file.getKey().toString(), file.getValue()));
            }
            if (entities.isEmpty()) {
                // An empty mount must not make everybody a leaver.
                throw new CatalogException("the catalog has neither a Group nor a User", null);
            }
            return new Reading(content.hash(), Optional.of(Organisation.of(entities, pseudonyms)), Optional.empty());
        } catch (CatalogException e) {
            return new Reading(content.hash(), before.organisation(), Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
