package dev.groundplan.cli;

import dev.groundplan.engine.Engine;
import dev.groundplan.engine.Page;
import java.util.List;
import java.util.Optional;

/** Prints the page of a rule or an estimator. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Print the page of a rule or an estimator; without a name, list them.",
                new Usage.Words("NAME", 0, 1, "Its name as findings and --why show it."),
                List.of(),
                List.of("groundplan explain MemoryOverflow"));
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
            List<String> names = engine.pageNames();
            String hint = Hint.didYouMean(name.get(), names);
            throw new Complaint(
                    "there is no page "
                            + name.get()
                            + (hint.isEmpty() ? "; `groundplan explain` lists them" : hint));
        }
        String markdown = page.get().markdown();
        console.out().text(markdown.endsWith("\n") ? markdown : markdown + "\n");
        return ExitCode.CLEAN;
    }
}
