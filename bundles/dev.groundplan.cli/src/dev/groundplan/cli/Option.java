package dev.groundplan.cli;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names as typed; the last one is its name in the program
 * @param label of its value in the help; empty for an option without one
 * @param repeats whether it may be given several times
 */
record Option(List<String> names, String label, boolean repeats, String description) {
    static final Option HELP = flag("Show this help.", "-h", "--help");
    static final Option JSON = flag("Print JSON for scripts.", "--json");
    static final Option PROJECT = value("NAME", "Only this project of the file.", "--project");
    static final Option SCENARIO =
            value("NAME", "This scenario, not the project without it.", "--scenario");
    static final Option TODAY =
            value("DATE", "Compute as of this day, such as 2026-11-23.", "--today");
    static final Option SEED =
            value("NUMBER", "Seed of simulations; the same seed gives the same bytes.", "--seed");

    static Option failOn(String otherwise) {
        return value(
                "SEVERITY",
                "Exit with 1 at findings of this severity or above: error, warning or information"
                        + " (default: "
                        + otherwise
                        + ").",
                "--fail-on");
    }

    static Option flag(String description, String... names) {
        return new Option(List.of(names), "", false, description);
    }

    static Option value(String label, String description, String... names) {
        return new Option(List.of(names), label, false, description);
    }

    static Option values(String label, String description, String... names) {
        return new Option(List.of(names), label, true, description);
    }

    String name() {
        return names.getLast();
    }

    boolean isFlag() {
        return label.isEmpty();
    }
}
