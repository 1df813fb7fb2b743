package dev.footlights.streams.fold;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts time into quarter hours (UTC) and the periods of the reporting zone. A zone's offset changes only on a quarter
 * hour, so a slot lies whole in one period of each kind. For one thread.
 */
public final class ReportingCalendar {
    private static final long SLOT_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long HALF_HOUR_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final int KEPT_SLOTS = 10_000;

    private final ZoneId zone;
    private final Map<Long, SlotTimes> slots = new HashMap<>();

    public ReportingCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** The quarter hour that a time lies in; milliseconds since 1970. */
    public SlotTimes at(long millis) {
        long slot = Math.floorDiv(millis, SLOT_MILLIS) * SLOT_MILLIS;
        SlotTimes known = slots.get(slot);
        if (known != null) {
            return known;
        }
        if (slots.size() >= KEPT_SLOTS) {
            slots.clear();
        }
        SlotTimes made = cut(Instant.ofEpochMilli(slot));
        slots.put(slot, made);
        return made;
    }

    private SlotTimes cut(Instant slot) {
        ZonedDateTime utc = slot.atZone(ZoneOffset.UTC);
        ZonedDateTime local = slot.atZone(zone);
        Period hour = period(PeriodKind.HOUR, local);
        Period day = period(PeriodKind.DAY, local);
        long halfHours = Duration.between(day.start(), hour.start()).toMillis() / HALF_HOUR_MILLIS;
        int slotOfDay = utc.getHour() * 4 + utc.getMinute() / 15;
        return new SlotTimes(
                slot,
                utc.toLocalDate().toString(),
                String.format(Locale.ROOT, "%02d", slotOfDay),
                hour,
                day,
                period(PeriodKind.WEEK, local),
                period(PeriodKind.MONTH, local),
                1L << halfHours);
    }

    private static Period period(PeriodKind kind, ZonedDateTime local) {
        return Period.of(kind, kind.startOf(local).toInstant());
    }
}
