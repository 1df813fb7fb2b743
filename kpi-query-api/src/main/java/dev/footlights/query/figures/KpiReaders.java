package dev.footlights.query.figures;

import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A reader for each KPI of the catalogue, by its id. */
public final class KpiReaders {
    private final Map<String, KpiReader> readers;
    private final Growth growth;

    private KpiReaders(Map<String, KpiReader> readers, Growth growth) {
        this.readers = Map.copyOf(readers);
        this.growth = growth;
    }

    /**
     * All readers.
     *
     * @throws IllegalStateException when a KPI has no reader, or a reader no KPI
     */
    public static KpiReaders of(KpiCatalogue catalogue, ReaderParts parts) {
        Map<String, KpiReader> readers = new TreeMap<>();
        readers.putAll(ReachReaders.of(parts));
        readers.putAll(UseReaders.of(parts));
        readers.putAll(ProgrammeReaders.of(parts));
        check(catalogue.kpis().stream().map(Kpi::id).collect(Collectors.toSet()), readers.keySet());
        return new KpiReaders(readers, new Growth(parts));
    }

    private static void check(Set<String> catalogue, Set<String> readers) {
        if (!readers.equals(catalogue)) {
            throw new IllegalStateException(
                    "the KPIs of the catalogue, " + catalogue + ", aren't those that are read, " + readers);
        }
    }

    /** Who stays and who goes, all at once. */
    public Growth growth() {
        return growth;
    }

    /**
     * The reader of a KPI of the catalogue.
     *
     * @throws IllegalArgumentException when there is no such KPI
     */
    public KpiReader reader(String kpi) {
        KpiReader reader = readers.get(kpi);
        if (reader == null) {
            throw new IllegalArgumentException("no KPI is called " + kpi);
        }
        return reader;
    }
}
