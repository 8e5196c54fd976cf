package dev.groundplan.cli;

import dev.groundplan.engine.Engine;
import dev.groundplan.engine.hub.ImportRefusal;
import dev.groundplan.engine.hub.ImportedModel;
import dev.groundplan.engine.hub.ModelImport;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares models as their published configurations describe them. */
final class ImportCommand implements Command {
    private static final String NAME = "--name";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Declare models as their published configurations describe them, with their"
                        + " parameters counted; a kind that is not known is refused.",
                new Usage.Words(
                        "PATH",
                        1,
                        Integer.MAX_VALUE,
                        "A config.json, or a folder with one; licence and languages are taken from"
                                + " a README.md beside it."),
                List.of(
                        Option.value(
                                "FILE", "Where to; left out, it is printed.", "-o", "--output"),
                        Option.value(
                                "ORG/NAME",
                                "The model's name; left out, it is the folder's.",
                                NAME)),
                List.of(
                        "groundplan import Llama-3.1-8B/config.json",
                        "groundplan import models/* -o models.genai"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Optional<String> name = name(arguments);
        Optional<String> output = arguments.value("--output");
        Optional<OutputFile> target =
                output.isPresent() ? Optional.of(OutputFile.at(output.get())) : Optional.empty();
        ModelImport files = new ModelImport(Engine.create().catalogue().licences().keySet());
        StringBuilder text = new StringBuilder();
        Map<String, String> taken = new HashMap<>();
        boolean refused = false;
        for (String argument : arguments.words()) {
            try {
                ImportedModel model = files.read(path(argument), name);
                String before = taken.putIfAbsent(model.name(), argument);
                if (before != null) {
                    throw new Complaint(
                            argument
                                    + ": "
                                    + before
                                    + " has the name "
                                    + model.name()
                                    + ", too; import it alone with --name");
                }
                text.append(text.isEmpty() ? "" : "\n").append(model.text());
                model.notes().forEach(note -> say(console, argument + ": " + note));
            } catch (ImportRefusal e) {
                refused = true;
                say(console, argument + ": " + e.getMessage());
            } catch (Complaint e) {
                refused = true;
                say(console, e.getMessage());
            }
        }
        if (!text.isEmpty() && target.isPresent()) {
            target.get().write(text.toString().getBytes(StandardCharsets.UTF_8));
            say(console, "wrote " + target.get().name());
        } else {
            console.out().text(text.toString());
        }
        return refused ? ExitCode.UNUSABLE : ExitCode.CLEAN;
    }

    private static Optional<String> name(Arguments arguments) throws Complaint {
        Optional<String> name = arguments.value(NAME);
        if (name.isPresent() && arguments.words().size() > 1) {
            throw new Complaint("--name is for one model; import the others by themselves");
        }
        if (name.isPresent() && !ModelImport.isName(name.get())) {
            throw new Complaint(
                    "--name " + name.get() + ": expected a name such as meta-llama/Llama-3.1-8B");
        }
        return name;
    }

    private static Path path(String argument) throws Complaint {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new Complaint(argument + " is not a file name: " + e.getReason());
        }
    }

    private static void say(Console console, String message) {
        console.err().line("groundplan: " + Terminal.safe(message));
    }
}
