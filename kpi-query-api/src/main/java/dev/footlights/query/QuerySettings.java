package dev.footlights.query;

import dev.footlights.service.settings.AuthSettings;
import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.LogSettings;
import dev.footlights.service.settings.Require;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Everything that can be set. */
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
        AdoptionInsights adoptionInsights) {
    public QuerySettings {
        auth.requireBeyondLoopback(http, "read and write");
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
     */
    public record Limits(
            @Default("8") int connections,
            @Default("PT5S") Duration connectionWait,
            @Default("PT15S") Duration queryTime,
            @Default("1000000") long resultRows,
            @Default("1100") int days,
            @Default("200000") int cells,
            @Default("10000") int pageRows) {
        public Limits {
            Require.between("connections", connections, 1, 1_000);
            Require.notNegative("connectionWait", connectionWait);
            Require.positive("queryTime", queryTime);
            Require.atLeast("resultRows", resultRows, 1);
            Require.between("days", days, 28, 10_000);
            Require.between("cells", cells, 1, 10_000_000);
            Require.between("pageRows", pageRows, 1, 1_000_000);
        }
    }
}
