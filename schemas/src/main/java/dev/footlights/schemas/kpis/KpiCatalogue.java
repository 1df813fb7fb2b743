package dev.footlights.schemas.kpis;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All KPIs, in the order people should meet them. Immutable. */
public final class KpiCatalogue {
    private final Map<String, Kpi> kpis = new LinkedHashMap<>();

    private record File(List<Kpi> kpis) {}

    /** @throws IllegalArgumentException when an id stands twice */
    public KpiCatalogue(List<Kpi> kpis) {
        for (Kpi kpi : kpis) {
            if (this.kpis.put(kpi.id(), kpi) != null) {
                throw new IllegalArgumentException("kpis.yaml: id \"" + kpi.id() + "\" stands twice");
            }
        }
    }

    /** The catalogue that comes with Footlights. */
    public static KpiCatalogue shipped() {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream in = Objects.requireNonNull(
                KpiCatalogue.class.getResourceAsStream("/footlights/kpis.yaml"), "footlights/kpis.yaml")) {
            return new KpiCatalogue(yaml.readValue(in, File.class).kpis());
        } catch (IOException e) {
            throw new IllegalStateException("kpis.yaml in the schemas jar can't be read: " + e.getMessage(), e);
        }
    }

    public List<Kpi> kpis() {
        return List.copyOf(kpis.values());
    }

    public Optional<Kpi> kpi(String id) {
        return Optional.ofNullable(kpis.get(id));
    }

    /**
     * One that code names.
     *
     * @throws IllegalArgumentException when there is no such KPI
     */
    public Kpi known(String id) {
        return kpi(id).orElseThrow(() -> new IllegalArgumentException("there is no KPI " + id));
    }
}
