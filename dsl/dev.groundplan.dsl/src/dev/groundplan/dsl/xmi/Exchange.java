package dev.groundplan.dsl.xmi;

import dev.groundplan.dsl.formatting.Formatter;
import dev.groundplan.dsl.model.GenaiFile;
import dev.groundplan.dsl.model.GenaiPackage;
import dev.groundplan.dsl.parsing.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Between texts and XMI. What comes of one is read again: it says the same, or is not handed out.
 */
public final class Exchange {
    private static final String METAMODEL = "/model/genai.ecore";

    private static final String STRINGS = "instanceClassName=\"java.lang.String\"";

    private final Function<String, XtextResource> reading;
    private final Grammar grammar;
    private final IValueConverterService values;

    /**
     * @param reading parses a text
     */
    public Exchange(
            Function<String, XtextResource> reading,
            Grammar grammar,
            IValueConverterService values) {
        this.reading = reading;
        this.grammar = grammar;
        this.values = values;
    }

    /**
     * The model of a text.
     *
     * @throws Unusable when the text has errors of syntax
     */
    public byte[] toXmi(String text) throws Unusable {
        return ModelXml.write(model(text));
    }

    /**
     * The text of a model, formatted; comments are not part of a model.
     *
     * @throws Unusable when the bytes hold no model, or one that the language cannot say
     */
    public String toText(byte[] xmi) throws Unusable {
        GenaiFile model = ModelXml.read(xmi);
        var meaning = Meaning.of(model);
        String text = Formatter.format(new TextOfModel(grammar, values).of(model));
        try {
            if (Meaning.of(model(text)).equals(meaning)) {
                return text;
            }
        } catch (Unusable e) {
            throw new Unusable("it holds what the language cannot say: " + e.getMessage());
        }
        throw new Unusable("it holds what the language cannot say");
    }

    private GenaiFile model(String text) throws Unusable {
        XtextResource parsed = reading.apply(text);
        var problems = Problems.of(parsed);
        if (!problems.isEmpty()) {
            throw new Unusable(
                    "line "
                            + problems.getFirst().line()
                            + " has an error of syntax: "
                            + problems.getFirst().message());
        }
        return (GenaiFile) parsed.getContents().getFirst();
    }

    /**
     * The Ecore model of the language, for tools that read its XMI. Dates and numbers are texts in
     * it: other tools have not the classes that hold them here.
     */
    public static byte[] metamodel() {
        try (InputStream in = GenaiPackage.class.getResourceAsStream(METAMODEL)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("instanceClassName=\"[^\"]*\"", STRINGS)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
