package dev.footlights.query;

import dev.footlights.query.alert.AlertSettings;
import dev.footlights.query.delivery.ChannelSettings;
import dev.footlights.query.delivery.DeliverySettings;
import dev.footlights.query.delivery.MailSettings;
import dev.footlights.query.digest.ReportSettings;
import dev.footlights.service.settings.AuthSettings;
import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.LogSettings;
import dev.footlights.service.settings.Require;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be set.
 *
 * @param pageUrl where people reach this service's page; links in messages begin with it
 * @param mail server that mails are handed to
 * @param channels that messages are brought to beside mail
 * @param delivery how hard that is tried
 * @param reports when the weekly report is sent, and to whom
 * @param alerts what is watched
 */
public record QuerySettings(
        @Default("{port: 8481}") HttpSettings http,
        ClickHouseSettings clickhouse,
        Reporting reporting,
        Privacy privacy,
        Money money,
        Limits limits,
        LogSettings log,
        AuthSettings auth,
        Onboarding onboarding,
        Surveys surveys,
        AdoptionInsights adoptionInsights,
        Optional<URI> pageUrl,
        MailSettings mail,
        List<ChannelSettings> channels,
        DeliverySettings delivery,
        ReportSettings reports,
        AlertSettings alerts) {
    public QuerySettings {
        channels = List.copyOf(channels);
        auth.requireBeyondLoopback(http, "read and write");
        Require.that(
                pageUrl.isEmpty() || isPage(pageUrl.get()),
                "pageUrl",
                "is not an http or https address without a query");
        List<String> names = channels.stream().map(ChannelSettings::name).toList();
        Require.that(names.stream().distinct().count() == names.size(), "channels", "has a name twice");
        boolean mailed = false;
        for (ReportSettings.Digest digest : reports.digests()) {
            Require.that(
                    names.containsAll(digest.channels()),
                    "reports",
                    "has a digest for a channel that channels doesn't name");
            mailed |= !digest.to().isEmpty();
        }
        for (AlertSettings.Rule rule : alerts.rules()) {
            Require.that(
                    names.containsAll(rule.channels()),
                    "alerts",
                    "has a rule for a channel that channels doesn't name");
            mailed |= !rule.to().isEmpty();
        }
        Require.that(!mailed || mail.host().isPresent(), "mail", "has no host, and mails are to be sent");
        Require.that(
                !mailed || !delivery.signingKey().isEmpty(),
                "delivery",
                "has no signing-key, and mails need one for the link that stops them");
        Require.that(
                !mailed || pageUrl.isPresent(),
                "pageUrl",
                "is missing, and mails need it for the link that stops them");
    }

    private static boolean isPage(URI address) {
        return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }

    /**
     * What people are led through.
     *
     * @param file with a checklist and paths; the shipped one when absent
     */
    public record Onboarding(Optional<Path> file) {
        public Onboarding {
            CatalogueFiles.check(file, CatalogueFiles::onboarding);
        }
    }

    /**
     * What people are asked.
     *
     * @param file with surveys; the shipped ones when absent
     */
    public record Surveys(Optional<Path> file) {
        public Surveys {
            CatalogueFiles.check(file, CatalogueFiles::surveys);
        }
    }

    /**
     * How the organisation counts.
     *
     * @param zone in which days, weeks and months are cut unless a request names another; the same as the streams
     *     processor's, since the rollups are cut in it
     */
    public record Reporting(@Default("UTC") ZoneId zone) {}

    /**
     * What is not told.
     *
     * @param minimumGroupSize a figure about fewer people, but about some, is withheld; 1 or less withholds nothing
     */
    public record Privacy(@Default("5") int minimumGroupSize) {
        public Privacy {
            Require.atLeast("minimumGroupSize", minimumGroupSize, 0);
        }
    }

    /**
     * What working time is worth.
     *
     * @param hourlyRate of an hour saved, in the currency
     * @param currency named as the unit of money
     */
    public record Money(
            @Default("60") double hourlyRate,
            @Default("EUR") String currency) {
        public Money {
            Require.that(hourlyRate >= 0, "hourlyRate", "is negative");
            Require.that(!currency.isBlank(), "currency", "is blank");
        }
    }

    /**
     * What is told to the Adoption Insights dashboard.
     *
     * @param licensedUsers people who may use the portal; 0 for the headcount of the organisation
     */
    public record AdoptionInsights(@Default("0") long licensedUsers) {
        public AdoptionInsights {
            Require.atLeast("licensedUsers", licensedUsers, 0);
        }
    }

    /**
     * What a request may cost.
     *
     * @param connections to ClickHouse at once
     * @param connectionWait how long a request waits for one of them
     * @param queryTime of one query in ClickHouse
     * @param resultRows of one query in ClickHouse
     * @param days between a request's from and to
     * @param cells periods × teams × features that a request may be about
     * @param pageRows of one page of an answer
     * @param cellsInMemory periods × teams × features whose rollups are held in memory, each about 75 bytes; an eighth of
     *     Java's memory at most. When there are more, or with 0, they are read from ClickHouse each time
     * @param peopleInMemory people × teams × features whose days are held in memory, each about 75 bytes for a year; as
     *     cellsInMemory
     */
    public record Limits(
            @Default("8") int connections,
            @Default("PT5S") Duration connectionWait,
            @Default("PT15S") Duration queryTime,
            @Default("1000000") long resultRows,
            @Default("1100") int days,
            @Default("200000") int cells,
            @Default("10000") int pageRows,
            @Default("10000000") long cellsInMemory,
            @Default("10000000") long peopleInMemory) {
        public Limits {
            Require.between("connections", connections, 1, 1_000);
            Require.notNegative("connectionWait", connectionWait);
            Require.positive("queryTime", queryTime);
            Require.atLeast("resultRows", resultRows, 1);
            Require.between("days", days, 28, 10_000);
            Require.between("cells", cells, 1, 10_000_000);
            Require.between("pageRows", pageRows, 1, 1_000_000);
            Require.atLeast("cellsInMemory", cellsInMemory, 0);
            Require.atLeast("peopleInMemory", peopleInMemory, 0);
        }
    }
}
