package dev.footlights.local;

import dev.footlights.local.send.Progress;
import dev.footlights.local.stack.StackException;
import dev.footlights.schemas.clickhouse.Difference;
import dev.footlights.schemas.clickhouse.MigrationException;
import dev.footlights.schemas.clickhouse.Reconciliation;
import dev.footlights.schemas.clickhouse.ReconciliationReport;
import dev.footlights.service.settings.ClickHouseSettings;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "reconcile",
        description = {
            "Works the rollups out anew from the facts and compares every figure, and the ledger of events with both.",
            "Works on the stack that runs here, or on FOOTLIGHTS_CLICKHOUSE_URL. While events are coming in,",
            "what differs may only be on its way: wait a little and compare again.",
            "Exit status: 0 all equal, 1 something differs, 2 the tables can't be read."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nEnvironment:%n",
        footer =
                "  FOOTLIGHTS_REPORTING_ZONE   in which the rollups are cut, as for the streams processor (default: UTC)")
final class ReconcileCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;

    @Override
    public Integer call() {
        try {
            ReconciliationReport report = reconcile(Surroundings.here());
            report.differences().stream().map(Difference::text).forEach(System.out::println);
            System.out.println(report.summary());
            return report.equal() ? 0 : 1;
        } catch (MigrationException | StackException | DateTimeException failure) {
            System.err.println("Nothing can be compared. " + failure.getMessage());
            return UNREADABLE;
        }
    }

    private static ReconciliationReport reconcile(Surroundings here) {
        ZoneId zone = ZoneId.of(here.environment().getOrDefault("FOOTLIGHTS_REPORTING_ZONE", "UTC"));
        ClickHouseSettings clickHouse = here.backends().settings().clickhouse();
        String url = clickHouse.url() + "/" + clickHouse.database();
        Reconciliation reconciliation = new Reconciliation(url, clickHouse.username(), clickHouse.password(), zone);
        TeamsProgress progress = new TeamsProgress();
        try {
            return reconciliation.run(progress);
        } catch (SQLException failure) {
            throw new StackException("ClickHouse at " + url + " can't be read: " + failure.getMessage(), failure);
        } finally {
            progress.finish();
        }
    }

    /** Draws how many teams are compared, once it is known how many there are. */
    private static final class TeamsProgress implements Reconciliation.Progress {
        private Progress bar = new Progress(System.out, Progress.onTerminal(), "Comparing", "teams", 1);
        private boolean begun;

        @Override
        public void compared(int teams, int ofTeams) {
            if (!begun) {
                begun = true;
                bar = new Progress(System.out, Progress.onTerminal(), "Comparing", "teams", ofTeams);
            }
            bar.add(1, 1);
        }

        void finish() {
            if (begun) {
                bar.finish();
            }
        }
    }
}
