package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.estimators.ParameterFormula;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the folder of a published model: config.json, and the model card and the index of the
 * weights when they stand beside it. What it says is exact or not said.
 */
public final class ModelImport {
    private static final String CONFIG = "config.json";
    private static final String CARD = "README.md";

    /** A configuration has a few kilobytes, the longest known some hundred. */
    private static final int MOST_MIB = 8;

    /** Above this a count is no longer exact. */
    private static final double LARGEST = 0x1p53;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,8})?");
    private static final Set<String> EMBEDDING =
            Set.of("sentence-similarity", "feature-extraction");

    private final Licences licences;

    /**
     * @param licences names that a declaration may use
     */
    public ModelImport(Set<String> licences) {
        this.licences = new Licences(licences);
    }

    /** Whether a model can be declared under this name. */
    public static boolean isName(String text) {
        return ModelNames.isName(text);
    }

    /**
     * @param path of a config.json, or of a folder with one
     * @param name of the model; left out, it is that of the folder
     * @throws ImportRefusal when nothing exact can be said
     */
    public ImportedModel read(Path path, Optional<String> name) throws ImportRefusal {
        Path file = (Files.isDirectory(path) ? path.resolve(CONFIG) : path).toAbsolutePath();
        String expected = "the config.json of a model, or a folder with one";
        Config config = Config.of(HubFile.read(file.normalize(), expected, MOST_MIB));
        TextModel model = TextModel.of(config);
        Architecture architecture = model.architecture();
        Parameters counted = ParameterFormula.of(architecture).total();
        if (counted.value() >= LARGEST) {
            throw new ImportRefusal("its parameters are more than can be counted exactly");
        }
        List<String> notes = new ArrayList<>(model.notes());
        long exact = Math.round(counted.value());
        PublishedSize.compared(file.getParent(), config, exact).ifPresent(notes::add);
        String declared = name.orElseGet(() -> ModelNames.of(file.normalize(), config));
        Declaration text = new Declaration();
        text.comment(
                declared
                        + ": imported from the configuration of a `"
                        + printable(model.kind())
                        + "` model; the parameters are counted from it");
        notes.forEach(note -> text.comment(printable(note)));
        CardFrontMatter card = card(file.resolveSibling(CARD), notes, text);
        Optional<String> licence = licence(card, notes, text);
        text.open(declared);
        text.line("parameters", Declaration.number(exact));
        text.line("architecture", Declaration.block(architecture));
        if (card.word("pipeline_tag").filter(EMBEDDING::contains).isPresent()) {
            text.line("kind", "embedding");
        }
        licence.ifPresent(terms -> text.line("licence", terms));
        List<String> languages =
                card.words("language").stream()
                        .filter(word -> LANGUAGE.matcher(word).matches())
                        .distinct()
                        .toList();
        if (!languages.isEmpty()) {
            text.line("languages", String.join(", ", languages));
        }
        boolean cardRead = licence.isPresent() || !languages.isEmpty();
        text.line(
                "source",
                '"' + CONFIG + (cardRead ? " and " + CARD : "") + "\"  confidence verified");
        return new ImportedModel(declared, architecture, counted, text.close(), notes);
    }

    private static CardFrontMatter card(Path path, List<String> notes, Declaration text) {
        if (Files.exists(path)) {
            try {
                return CardFrontMatter.of(HubFile.read(path, "a model card", MOST_MIB));
            } catch (ImportRefusal e) {
                String note = CARD + " was left out: it " + e.getMessage();
                notes.add(note);
                text.comment(printable(note));
            }
        }
        return CardFrontMatter.of("");
    }

    private Optional<String> licence(CardFrontMatter card, List<String> notes, Declaration text) {
        Optional<String> says = card.word("license");
        Optional<String> name =
                says.filter(word -> word.equals("other")).isPresent()
                        ? card.word("license_name").or(() -> says)
                        : says;
        Optional<String> known = name.flatMap(licences::known);
        if (name.isPresent() && known.isEmpty()) {
            String note =
                    CARD + " names the licence \"" + name.get() + "\", which no catalogue knows";
            notes.add(note);
            text.comment(printable(note));
        }
        return known;
    }

    /** What a file says is on one line and draws nothing. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
