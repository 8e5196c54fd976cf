package dev.groundplan.cli;

import dev.groundplan.engine.Engine;
import dev.groundplan.engine.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Hands the authored model to other tools that speak EMF, and takes it back. */
final class XmiCommand implements Command {
    private static final Option TO_TEXT =
            Option.flag("FILE is XMI; make a project file of it.", "--to-text");
    private static final Option ECORE =
            Option.flag("Write the Ecore model that XMI refers to; takes no FILE.", "--ecore");
    private static final String OUTPUT = "--output";

    @Override
    public String name() {
        return "xmi";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Write the model of a project file as XMI 2.0 for other EMF tools, or the text of"
                        + " such a model; comments are not in it.",
                new Usage.Words("FILE", 0, 1, "A project file, or XMI; - is standard input."),
                List.of(
                        TO_TEXT,
                        ECORE,
                        Option.value("FILE", "Where to; without it, it is printed.", "-o", OUTPUT)),
                List.of(
                        "groundplan xmi examples/support-assistant.genai -o model.xmi",
                        "groundplan xmi --to-text model.xmi -o project.genai",
                        "groundplan xmi --ecore -o genai.ecore"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<String> output = arguments.value(OUTPUT);
        Optional<OutputFile> target =
                output.isPresent() ? Optional.of(OutputFile.at(output.get())) : Optional.empty();
        byte[] bytes = bytes(arguments, console);
        if (target.isPresent()) {
            target.get().write(bytes);
            console.err().line("groundplan: wrote " + Terminal.safe(target.get().name()));
        } else {
            console.out().text(new String(bytes, StandardCharsets.UTF_8));
        }
        return ExitCode.CLEAN;
    }

    private static byte[] bytes(Arguments arguments, Console console) throws Complaint {
        Optional<String> word = arguments.word();
        if (arguments.isSet(ECORE) == word.isPresent()) {
            throw new Complaint("xmi takes a FILE or --ecore; see groundplan xmi --help");
        }
        if (word.isEmpty()) {
            return Engine.metamodel();
        }
        Sources.Source source = Sources.read(word.get(), console);
        Engine engine = Engine.create();
        try {
            return arguments.isSet(TO_TEXT)
                    ? engine.fromXmi(
                                    source.name(),
                                    source.path().resolveSibling("model.genai"),
                                    source.text().getBytes(StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8)
                    : engine.toXmi(source.name(), source.path(), source.text());
        } catch (UnreadableFile e) {
            throw new Complaint(e.getMessage());
        }
    }
}
