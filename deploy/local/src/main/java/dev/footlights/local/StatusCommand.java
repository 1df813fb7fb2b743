package dev.footlights.local;

import dev.footlights.local.stack.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = {
            "Shows what runs and how it is.",
            "Exit status 0 only when every part is ready and the roster is loaded, else 1."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Surroundings here = Surroundings.here();
        StatusReport report = StatusReport.of(here.home(), here.installation());
        System.out.println(report.text());
        return report.healthy() ? 0 : 1;
    }
}
