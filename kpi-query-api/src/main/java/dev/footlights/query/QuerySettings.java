package dev.footlights.query;

import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.LogSettings;
import dev.footlights.service.settings.Require;
import java.time.Duration;
import java.time.ZoneId;

/** Everything that can be set. */
public record QuerySettings(
        @Default("{port: 8481}") HttpSettings http,
        ClickHouseSettings clickhouse,
        Reporting reporting,
        Privacy privacy,
        Limits limits,
        LogSettings log,
        AdoptionInsights adoptionInsights) {

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
