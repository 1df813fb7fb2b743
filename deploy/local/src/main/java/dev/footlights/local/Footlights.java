package dev.footlights.local;

import ch.qos.logback.classic.Level;
import dev.footlights.local.send.SendException;
import dev.footlights.local.stack.Console;
import dev.footlights.local.stack.StackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The launcher. Exit status: 0 done, 1 not done (the reason is printed), 2 wrong use.
 */
@Command(
        name = "footlights",
        description = "Adoption KPIs for a Backstage developer portal, on this machine.",
        mixinStandardHelpOptions = true,
        version = "footlights 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  FOOTLIGHTS_HOME        where data and logs are kept (default: .footlights in the source tree)",
            "  FOOTLIGHTS_PORT_BASE   first of eight ports on 127.0.0.1 (default: 8480): ingest, query API,",
            "                         ClickHouse, Kafka, registry, streams processor, two internal ones",
            "  FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS, FOOTLIGHTS_REGISTRY_URLS, FOOTLIGHTS_CLICKHOUSE_URL",
            "                         use these instead of starting one here",
            "  FOOTLIGHTS_…           every other setting of the services, see their READMEs"
        },
        subcommands = {
            HelpCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            SendCommand.class,
            DemoCommand.class,
            MigrateCommand.class,
            ReconcileCommand.class,
            ReportCommand.class,
            SchemasCommand.class
        })
public final class Footlights {
    private static final int HELP_COLUMNS = 110;

    private Footlights() {}

    public static void main(String[] arguments) {
        quiet(Logger.ROOT_LOGGER_NAME);
        quiet("dev.footlights");
        System.exit(commandLine().execute(arguments));
    }

    /** What goes wrong is told in the launcher's own words. */
    private static void quiet(String logger) {
        if (LoggerFactory.getLogger(logger) instanceof ch.qos.logback.classic.Logger logs) {
            logs.setLevel(Level.ERROR);
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Footlights())
                .setUsageHelpWidth(HELP_COLUMNS)
                .registerConverter(SendCommand.Format.class, SendCommand.Format::parse)
                .registerConverter(ReportCommand.Format.class, ReportCommand.Format::parse);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StackException || failure instanceof SendException) {
                command.getErr().println(failure.getMessage());
            } else {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
        return line;
    }

    static Console console() {
        return new Console(System.out);
    }
}
