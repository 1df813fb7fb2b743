package dev.footlights.query.digest;

import dev.footlights.query.delivery.Addresses;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Require;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the weekly report is sent, and to whom. Nothing is sent without digests.
 *
 * @param day the first such day after the week
 * @param time on that day, as {@code 08:00}
 * @param zone of the day and the time, and in which the weeks are cut; the reporting zone when absent
 * @param waitForFigures how long after that time the week's figures are waited for when they aren't complete
 * @param catchUp how long after that time a report is still sent when the service was away
 * @param checkEvery how often it is looked whether something is due
 * @param attachPdf whether mails hold the report as PDF too
 */
public record ReportSettings(
        @Default("monday") DayOfWeek day,
        @Default("08:00") String time,
        Optional<ZoneId> zone,
        @Default("12h") Duration waitForFigures,
        @Default("2d") Duration catchUp,
        @Default("30s") Duration checkEvery,
        @Default("true") boolean attachPdf,
        List<Digest> digests) {
    /**
     * One team's report and who gets it.
     *
     * @param team ref of the catalog; {@code org} for the organisation
     * @param to mail addresses
     * @param channels by name
     */
    public record Digest(@Default("org") String team, List<String> to, List<String> channels) {
        public Digest {
            to = List.copyOf(to);
            channels = List.copyOf(channels);
            Require.that(!team.isBlank(), "team", "is blank");
            Require.that(to.stream().allMatch(Addresses::isPlain), "to", "has an entry that is no mail address");
            Require.that(!to.isEmpty() || !channels.isEmpty(), "to", "names nobody, and channels neither");
        }
    }

    public ReportSettings {
        digests = List.copyOf(digests);
        Require.that(isTime(time), "time", "is not a time such as 08:00");
        Require.notNegative("waitForFigures", waitForFigures);
        Require.positive("checkEvery", checkEvery);
        Require.that(
                catchUp.compareTo(waitForFigures) >= 0,
                "catchUp",
                "is shorter than wait-for-figures, so that late figures would never be sent");
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    LocalTime timeOfDay() {
        return LocalTime.parse(time);
    }
}
