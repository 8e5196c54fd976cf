package dev.groundplan.cli;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.JsonWriter;
import dev.groundplan.export.Numbers;
import dev.groundplan.reports.Catalogues;
import dev.groundplan.reports.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Lists one kind of thing that the built-in catalogue holds. */
final class CatalogueCommand implements Command {
    static final Command MODELS =
            new CatalogueCommand("models", "models", Catalogues::models, "groundplan models llama");
    static final Command ACCELERATORS =
            new CatalogueCommand(
                    "accelerators",
                    "accelerators",
                    Catalogues::accelerators,
                    "groundplan accelerators H100");
    static final Command ENDPOINTS =
            new CatalogueCommand(
                    "endpoints",
                    "hosted models, paid by the token,",
                    Catalogues::endpoints,
                    "groundplan endpoints --json");

    private final String name;
    private final String what;
    private final Function<Catalogue, Table> table;
    private final String example;

    private CatalogueCommand(
            String name, String what, Function<Catalogue, Table> table, String example) {
        this.name = name;
        this.what = what;
        this.table = table;
        this.example = example;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Usage usage() {
        return new Usage(
                name(),
                "List the "
                        + what
                        + " that the catalogue knows, each with how well its source is known.",
                new Usage.Words("WORD", 0, 1, "Only those whose name holds this, in any case."),
                List.of(Option.JSON),
                List.of(example));
    }

    @Override
    public int run(Arguments arguments, Console console) {
        Catalogue catalogue = Engine.create().catalogue();
        Optional<String> word = arguments.word();
        Table found = filtered(table.apply(catalogue), word);
        if (arguments.isSet(Option.JSON)) {
            JsonWriter json = new JsonWriter();
            json.object().member("catalogue", catalogue.version()).name(name);
            entries(json.array(), found);
            json.endArray();
            console.out().text(json.endObject().toString());
        } else {
            console.out().text(new TerminalPainter(console.palette()).paint(List.of(found)));
            console.out().line(summary(found, word, catalogue));
        }
        return ExitCode.CLEAN;
    }

    /** An object an entry: figures as ranges in base units, and nothing where nothing is known. */
    private static void entries(JsonWriter json, Table table) {
        for (List<Table.Cell> row : table.rows()) {
            json.object();
            for (int i = 0; i < row.size(); i++) {
                Table.Cell cell = row.get(i);
                String field = table.columns().get(i).id();
                if (cell.value().isPresent()) {
                    json.name(field).object();
                    Numbers.members(json, cell.value().get());
                    json.endObject();
                } else if (!cell.text().isEmpty()) {
                    json.member(field, cell.text());
                }
            }
            json.endObject();
        }
    }

    private static Table filtered(Table all, Optional<String> word) {
        if (word.isEmpty()) {
            return all;
        }
        String sought = word.get().toLowerCase(Locale.ROOT);
        return new Table(
                all.title(),
                all.columns(),
                all.rows().stream()
                        .filter(
                                row ->
                                        row.getFirst()
                                                .text()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(sought))
                        .toList());
    }

    private String summary(Table found, Optional<String> word, Catalogue catalogue) {
        return found.rows().size()
                + " "
                + name
                + word.map(w -> " whose name holds \"" + Terminal.safe(w) + "\"").orElse("")
                + "; catalogue "
                + catalogue.version()
                + ". Confidence: verified = the source was read, quoted = a page that quotes it was"
                + " read, recalled = nobody read one.";
    }
}
