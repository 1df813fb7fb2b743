package dev.footlights.ingest.event;

import java.util.List;
import java.util.stream.Stream;

/** Every format that ingest takes. */
public final class Formats {
    public static final EventFormat NATIVE = new NativeFormat();
    public static final EventFormat ADOPTION_INSIGHTS = new AdoptionInsightsFormat();

    /** For events and for reports. */
    public static final List<Format> ALL = Stream.concat(
                    Stream.of(NATIVE, ADOPTION_INSIGHTS), Stream.of(ReportFormat.values()))
            .toList();

    private Formats() {}
}
