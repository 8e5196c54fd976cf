package dev.groundplan.cli;

import java.util.List;

/** Every command, in the order of the help. */
final class Commands {
    private static final List<Command> ALL =
            List.of(
                    new CheckCommand(),
                    new EstimateCommand(),
                    new PlanCommand(),
                    new CompareCommand(),
                    new FormatCommand(),
                    new XmiCommand(),
                    new ExplainCommand(),
                    new ImportCommand(),
                    new LayersCommand(),
                    CatalogueCommand.MODELS,
                    CatalogueCommand.ACCELERATORS,
                    CatalogueCommand.ENDPOINTS,
                    new AccuracyCommand());

    private Commands() {}

    static List<Command> all() {
        return ALL;
    }
}
