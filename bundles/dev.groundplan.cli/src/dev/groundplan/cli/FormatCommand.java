package dev.groundplan.cli;

import dev.groundplan.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings files into the layout of the language. */
final class FormatCommand implements Command {
    private static final Option CHECK =
            Option.flag(
                    "Write nothing; exit with 1 and name the files that are not formatted.",
                    "--check");
    private static final String OUTPUT = "--output";

    @Override
    public String name() {
        return "format";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Bring project files into the layout of the language: only white space changes."
                        + " Standard input is printed formatted.",
                Usage.Words.files(),
                List.of(
                        CHECK,
                        Option.value(
                                "FILE",
                                "Write there instead, for one file; - is standard output.",
                                "-o",
                                OUTPUT)),
                List.of(
                        "groundplan format examples/support-assistant.genai",
                        "groundplan format --check a.genai b.genai",
                        "cat a.genai | groundplan format -"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<String> output = arguments.value(OUTPUT);
        boolean check = arguments.isSet(CHECK);
        if (output.isPresent() && (check || arguments.words().size() > 1)) {
            throw new Complaint("-o takes one file, and nothing is written with --check");
        }
        List<Sources.Source> sources = new ArrayList<>();
        for (String word : arguments.words()) {
            sources.add(Sources.read(word, console));
        }
        return check ? check(sources, console) : write(sources, output, console);
    }

    private static int check(List<Sources.Source> sources, Console console) {
        int code = ExitCode.CLEAN;
        for (Sources.Source source : sources) {
            String formatted = Engine.format(source.text());
            if (!formatted.equals(source.text())) {
                int line = firstDifference(source.text(), formatted);
                console.out()
                        .line(
                                Terminal.safe(source.name())
                                        + ":"
                                        + line
                                        + ": not formatted; `groundplan format` does it");
                code = ExitCode.FINDINGS;
            }
        }
        return code;
    }

    /** From 1. */
    private static int firstDifference(String text, String other) {
        int line = 1;
        int most = Math.min(text.length(), other.length());
        for (int i = 0; i < most && text.charAt(i) == other.charAt(i); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int write(List<Sources.Source> sources, Optional<String> output, Console console)
            throws Complaint {
        for (Sources.Source source : sources) {
            String formatted = Engine.format(source.text());
            boolean print = output.map("-"::equals).orElse(source.isStandardInput());
            if (print) {
                console.out().text(formatted);
            } else if (output.isPresent() || !formatted.equals(source.text())) {
                OutputFile file = OutputFile.at(output.orElse(source.name()));
                file.write(formatted.getBytes(StandardCharsets.UTF_8));
                console.err().line("groundplan: wrote " + Terminal.safe(file.name()));
            }
        }
        return ExitCode.CLEAN;
    }
}
