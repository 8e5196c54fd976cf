package dev.groundplan.cli;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.engine.CatalogueLock;
import dev.groundplan.engine.CatalogueParcel;
import dev.groundplan.engine.Engine;
import dev.groundplan.engine.RootCatalogue;
import dev.groundplan.engine.UnreadableFile;
import dev.groundplan.export.JsonWriter;
import dev.groundplan.reports.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The layers of the catalogue in this folder: shows, locks, compares and renews them. */
final class LayersCommand implements Command {
    private static final Option DRY_RUN =
            Option.flag("Show what `update` would change, and change nothing.", "--dry-run");

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "Show the layers of the catalogue that files of this folder see. `lock` writes"
                        + " groundplan.lock, `diff` compares with it, `diff FILE` with a newer"
                        + " catalogue, `update FILE` takes that one. FILE is a .genai file, a folder or"
                        + " a .zip of them; nothing is fetched.",
                new Usage.Words("[lock|diff|update] [FILE]", 0, 2, "What to do, and with what."),
                List.of(Option.JSON, DRY_RUN, Option.TODAY),
                List.of(
                        "groundplan catalogue",
                        "groundplan catalogue lock",
                        "groundplan catalogue diff",
                        "groundplan catalogue update prices-2027.zip --dry-run"));
    }

    @Override
    public int run(Arguments arguments, Console console) throws Complaint {
        List<String> words = arguments.words();
        String action = words.isEmpty() ? "" : words.getFirst();
        Optional<String> file = words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
        RootCatalogue catalogue =
                Engine.create().catalogue(Path.of("catalogue.genai").toAbsolutePath().normalize());
        try {
            return switch (action) {
                case "" -> layers(catalogue, arguments, console);
                case "lock" -> lock(catalogue, file, console);
                case "diff" ->
                        file.isEmpty()
                                ? locked(catalogue, arguments, console)
                                : compared(catalogue, file.get(), arguments, console);
                case "update" -> update(catalogue, file, arguments, console);
                default ->
                        throw new Complaint(
                                "catalogue " + action + ": expected lock, diff or update");
            };
        } catch (UnreadableFile e) {
            throw new Complaint(e.getMessage());
        }
    }

    private static int layers(RootCatalogue catalogue, Arguments arguments, Console console) {
        Table.Builder table = Table.of("Catalogue", "Layer", "#Entries", "In place of");
        for (RootCatalogue.Layer layer : catalogue.layers()) {
            table.row(
                    Table.Cell.of(layer.name()),
                    Table.Cell.of(Integer.toString(layer.entries())),
                    Table.Cell.of(String.join(", ", layer.replaces())));
        }
        show(table.build(), catalogue, arguments, console);
        return ExitCode.CLEAN;
    }

    private static int lock(RootCatalogue catalogue, Optional<String> file, Console console)
            throws Complaint {
        if (file.isPresent()) {
            throw new Complaint("catalogue lock takes no file; it locks what is at hand");
        }
        write(catalogue, console);
        return ExitCode.CLEAN;
    }

    private static void write(RootCatalogue catalogue, Console console) throws Complaint {
        String name = Sources.shortest(catalogue.lockFile());
        CatalogueLock now = catalogue.now();
        OutputFile.at(name).write(now.text().getBytes(StandardCharsets.UTF_8));
        console.err()
                .line(
                        "groundplan: wrote "
                                + Terminal.safe(name)
                                + ": "
                                + now.entries().size()
                                + " entries");
    }

    private static int locked(RootCatalogue catalogue, Arguments arguments, Console console)
            throws UnreadableFile, Complaint {
        if (catalogue.locked().isEmpty()) {
            throw new Complaint(
                    "there is no "
                            + Sources.shortest(catalogue.lockFile())
                            + "; `groundplan catalogue lock` writes one");
        }
        Optional<CatalogueLock.Difference> difference = catalogue.difference();
        Table.Builder table = Table.of("Since the lock", "Entry", "What");
        difference.ifPresent(
                found -> {
                    rows(table, found.added(), "added");
                    rows(table, found.changed(), "changed");
                    rows(table, found.removed(), "removed");
                });
        show(table.build(), catalogue, arguments, console);
        if (!arguments.isSet(Option.JSON)) {
            console.out()
                    .line(
                            difference
                                    .map(LayersCommand::summary)
                                    .orElse("the catalogue is that of the lock"));
        }
        return difference.isPresent() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static void rows(Table.Builder table, List<String> entries, String what) {
        entries.forEach(entry -> table.row(Table.Cell.of(entry), Table.Cell.of(what)));
    }

    /** How much differs, and the first that does. */
    static String summary(CatalogueLock.Difference difference) {
        return part(difference.changed(), "changed")
                + ", "
                + part(difference.added(), "added")
                + ", "
                + part(difference.removed(), "removed");
    }

    private static String part(List<String> entries, String what) {
        int count = entries.size();
        String first = count == 0 ? "" : " (" + entries.getFirst() + (count > 1 ? ", …" : "") + ")";
        return count + " " + what + Terminal.safe(first);
    }

    private static int compared(
            RootCatalogue catalogue, String file, Arguments arguments, Console console)
            throws UnreadableFile, Complaint {
        List<CatalogueParcel.Text> texts = texts(file);
        accept(catalogue, file, texts, arguments);
        changes(catalogue, texts, arguments, console);
        return ExitCode.CLEAN;
    }

    private static int update(
            RootCatalogue catalogue, Optional<String> file, Arguments arguments, Console console)
            throws UnreadableFile, Complaint {
        if (file.isEmpty()) {
            throw new Complaint("catalogue update: expected a file, such as prices-2027.zip");
        }
        List<CatalogueParcel.Text> texts = texts(file.get());
        accept(catalogue, file.get(), texts, arguments);
        changes(catalogue, texts, arguments, console);
        if (!arguments.isSet(DRY_RUN)) {
            OutputFolder.replace(catalogue.updateFolder(), texts);
            Path here = Path.of("catalogue.genai").toAbsolutePath().normalize();
            write(Engine.create().catalogue(here), console);
        }
        return ExitCode.CLEAN;
    }

    private static List<CatalogueParcel.Text> texts(String file) throws UnreadableFile {
        return CatalogueParcel.read(file, Path.of(file).toAbsolutePath().normalize());
    }

    /** A catalogue with a mistake is not taken: what it means instead nobody has decided. */
    private static void accept(
            RootCatalogue catalogue,
            String file,
            List<CatalogueParcel.Text> texts,
            Arguments arguments)
            throws Complaint {
        List<Misreading> mistakes = catalogue.mistakes(texts, arguments.settings().today());
        if (!mistakes.isEmpty()) {
            Misreading first = mistakes.getFirst();
            throw new Complaint(
                    file
                            + " is not taken: "
                            + mistakes.size()
                            + (mistakes.size() == 1 ? " mistake, at " : " mistakes, the first at ")
                            + first.range()
                            + "; `groundplan check` shows them in its files");
        }
    }

    private static void changes(
            RootCatalogue catalogue,
            List<CatalogueParcel.Text> texts,
            Arguments arguments,
            Console console) {
        Table.Builder table = Table.of("Changes", "Entry", "Property", "Old", "New");
        for (RootCatalogue.Change change : catalogue.changes(texts)) {
            table.row(
                    Table.Cell.of(change.entry()),
                    Table.Cell.of(change.property().isEmpty() ? "label" : change.property()),
                    Table.Cell.of(change.before().orElse("")),
                    Table.Cell.of(change.after().orElse("")));
        }
        show(table.build(), catalogue, arguments, console);
    }

    private static void show(
            Table table, RootCatalogue catalogue, Arguments arguments, Console console) {
        if (!arguments.isSet(Option.JSON)) {
            console.out().text(new TerminalPainter(console.palette()).paint(List.of(table)));
            return;
        }
        JsonWriter json = new JsonWriter();
        json.object().member("catalogue", catalogue.version()).name("rows").array();
        for (List<Table.Cell> row : table.rows()) {
            json.object();
            for (int i = 0; i < row.size(); i++) {
                json.member(table.columns().get(i).id(), row.get(i).text());
            }
            json.endObject();
        }
        console.out().text(json.endArray().endObject().toString());
    }
}
