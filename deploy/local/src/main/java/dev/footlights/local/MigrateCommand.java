package dev.footlights.local;

import dev.footlights.local.stack.Preparation;
import dev.footlights.schemas.clickhouse.Migration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        description = {
            "Brings ClickHouse to the tables of this release; doing it again changes nothing.",
            "Works on the stack that runs here, or on FOOTLIGHTS_CLICKHOUSE_URL."
        },
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        List<Migration> applied = new Preparation(Surroundings.here().backends().settings()).migrate();
        applied.forEach(migration -> System.out.println("applied " + migration.file()));
        System.out.println(applied.isEmpty() ? "The tables are up to date." : "Done.");
        return 0;
    }
}
