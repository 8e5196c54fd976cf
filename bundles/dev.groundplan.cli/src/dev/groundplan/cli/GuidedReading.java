package dev.groundplan.cli;

import dev.groundplan.engine.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads arguments by picocli: with help, and with messages about what is wrong. */
final class GuidedReading {
    private static final int WIDTH = 100;
    private static final Option VERSION =
            Option.flag("Print the version of the tool and of its catalogue.", "-V", "--version");

    private final List<Command> commands;
    private final Console console;
    private final CommandLine line;

    GuidedReading(String name, List<Command> commands, Console console) {
        this.commands = commands;
        this.console = console;
        this.line = new CommandLine(root(name));
        for (Command command : commands) {
            line.addSubcommand(command.name(), new CommandLine(spec(command.usage())));
        }
    }

    int run(List<String> arguments) throws Complaint {
        ParseResult result;
        try {
            result = line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            return misused(e);
        }
        if (result.isVersionHelpRequested()) {
            String catalogue = Engine.create().catalogue().version();
            console.out().line(ToolVersion.named() + ", catalogue " + catalogue);
            return ExitCode.CLEAN;
        }
        if (result.isUsageHelpRequested()) {
            usage(result.commandSpec(), console.out());
            return ExitCode.CLEAN;
        }
        if (!result.hasSubcommand()) {
            usage(result.commandSpec(), console.err());
            return ExitCode.UNUSABLE;
        }
        ParseResult chosen = result.subcommand();
        if (chosen.isUsageHelpRequested()) {
            usage(chosen.commandSpec(), console.out());
            return ExitCode.CLEAN;
        }
        for (Command command : commands) {
            if (command.name().equals(chosen.commandSpec().name())) {
                return command.run(arguments(command.usage(), chosen), console);
            }
        }
        throw new IllegalStateException("no command " + chosen.commandSpec().name());
    }

    private static Arguments arguments(Usage usage, ParseResult result) {
        Map<String, List<String>> options = new HashMap<>();
        for (Option option : usage.options()) {
            if (result.hasMatchedOption(option.name())) {
                options.put(
                        option.name(),
                        option.isFlag()
                                ? List.of()
                                : result.matchedOption(option.name()).stringValues());
            }
        }
        List<String> words = new ArrayList<>();
        result.matchedPositionals().forEach(match -> words.addAll(match.stringValues()));
        return new Arguments(options, words);
    }

    private static CommandSpec root(String name) {
        CommandSpec root = CommandSpec.create().name(name);
        root.usageMessage()
                .width(WIDTH)
                .description(
                        "Plans, checks and estimates generative-AI projects from .genai files.")
                .footer(
                        "",
                        "Example:",
                        "  groundplan plan examples/support-assistant.genai -o plan.md",
                        "",
                        "groundplan COMMAND --help tells more; groundplan workbench opens the IDE.",
                        "Exit codes: 0 fine; 1 findings at or above --fail-on; 2 wrong usage or"
                                + " unreadable input.");
        root.addOption(option(Option.HELP));
        root.addOption(OptionSpec.builder(option(VERSION)).versionHelp(true).build());
        return root;
    }

    private static CommandSpec spec(Usage usage) {
        CommandSpec spec = CommandSpec.create().name(usage.command());
        List<String> footer = new ArrayList<>(List.of(""));
        footer.add(usage.examples().size() == 1 ? "Example:" : "Examples:");
        usage.examples().forEach(example -> footer.add("  " + example));
        spec.usageMessage()
                .width(WIDTH)
                .description(usage.description())
                .footer(footer.toArray(String[]::new));
        spec.addPositional(words(usage.words()));
        spec.addOption(option(Option.HELP));
        usage.options().forEach(option -> spec.addOption(option(option)));
        return spec;
    }

    private static OptionSpec option(Option option) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.names().toArray(String[]::new))
                        .description(option.description())
                        .usageHelp(option.equals(Option.HELP));
        if (option.isFlag()) {
            return builder.arity("0").type(boolean.class).build();
        }
        builder.arity("1").paramLabel(option.label());
        return option.repeats()
                ? builder.type(List.class).auxiliaryTypes(String.class).build()
                : builder.type(String.class).build();
    }

    private static PositionalParamSpec words(Usage.Words words) {
        PositionalParamSpec.Builder builder =
                PositionalParamSpec.builder()
                        .paramLabel(words.label())
                        .description(words.description())
                        .required(words.least() > 0);
        return words.most() == 1
                ? builder.index("0").arity(words.least() + "..1").type(String.class).build()
                : builder.index("0..*")
                        .arity(words.least() + "..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build();
    }

    private void usage(CommandSpec spec, Output to) {
        Ansi ansi = console.coloured() ? Ansi.ON : Ansi.OFF;
        to.text(spec.commandLine().getUsageMessage(ansi));
    }

    /** Picocli's messages begin with a capital; ours follow a colon. */
    private static String inSentence(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private int misused(ParameterException e) {
        String message = inSentence(e.getMessage());
        boolean atRoot = !e.getCommandLine().getSubcommands().isEmpty();
        if (e instanceof UnmatchedArgumentException unmatched && atRoot) {
            String word = unmatched.getUnmatched().getFirst();
            List<String> names = commands.stream().map(Command::name).toList();
            message =
                    (word.startsWith("-") ? "there is no option " : "there is no command ")
                            + word
                            + Hint.didYouMean(word, names);
        }
        console.err().line(CommandLineProgram.NAME + ": " + Terminal.safe(message));
        console.err()
                .line("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.UNUSABLE;
    }
}
