package dev.groundplan.cli;

import dev.groundplan.engine.Engine;
import dev.groundplan.engine.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints the page of a rule or an estimator, or what a policy says. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Print the page of a rule or an estimator, or what a policy says; without a name,"
                        + " list the pages.",
                new Usage.Words(
                        "NAME [FILE]",
                        0,
                        2,
                        "Its name as findings and --why show it; for a policy that the root of the"
                                + " working folder does not know, a file that does."),
                List.of(),
                List.of(
                        "groundplan explain MemoryOverflow",
                        "groundplan explain acme examples/support-assistant.genai"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        Engine engine = Engine.create();
        Optional<String> name = arguments.word();
        if (name.isEmpty()) {
            engine.pageNames().forEach(console.out()::line);
            return ExitCode.CLEAN;
        }
        Optional<Page> page = engine.page(name.get());
        if (page.isEmpty()) {
            page = policy(engine, arguments, console);
        }
        if (page.isEmpty()) {
            List<String> names = engine.pageNames();
            String hint = Hint.didYouMean(name.get(), names);
            throw new Complaint(
                    "there is no page "
                            + name.get()
                            + (hint.isEmpty()
                                    ? " and no policy of that name in sight; `groundplan explain`"
                                            + " lists the pages"
                                    : hint));
        }
        String markdown = page.get().markdown();
        console.out().text(markdown.endsWith("\n") ? markdown : markdown + "\n");
        return ExitCode.CLEAN;
    }

    /** One that the named file sees, else one that any file in the working folder would. */
    private static Optional<Page> policy(Engine engine, Arguments arguments, Console console)
            throws Complaint {
        String name = arguments.words().getFirst();
        if (arguments.words().size() == 1) {
            return engine.policy(name, Path.of("any.genai").toAbsolutePath(), "");
        }
        Sources.Source file = Sources.read(arguments.words().get(1), console);
        return engine.policy(name, file.path(), file.text());
    }
}
