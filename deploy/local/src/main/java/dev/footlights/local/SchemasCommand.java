package dev.footlights.local;

import dev.footlights.local.stack.Preparation;
import dev.footlights.local.stack.SchemaReport;
import picocli.CommandLine.Command;

@Command(
        name = "schemas",
        description = {
            "The Avro schemas in the schema registry.",
            "Works on the stack that runs here, or on FOOTLIGHTS_REGISTRY_URLS."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SchemasCommand {
    @Command(
            name = "register",
            description = "Registers the schemas of this release; doing it again changes nothing.",
            mixinStandardHelpOptions = true)
    int register() {
        return print(SchemaReport.of(preparation().registerSchemas()));
    }

    @Command(
            name = "check",
            description = "Compares without writing. Exit status 0 when services of this release can write.",
            mixinStandardHelpOptions = true)
    int check() {
        return print(SchemaReport.of(preparation().checkSchemas()));
    }

    private static Preparation preparation() {
        return new Preparation(Surroundings.here().backends().settings());
    }

    private static int print(SchemaReport report) {
        System.out.println(report.text());
        return report.usable() ? 0 : 1;
    }
}
