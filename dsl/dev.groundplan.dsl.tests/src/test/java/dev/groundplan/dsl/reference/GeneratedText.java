package dev.groundplan.dsl.reference;

import dev.groundplan.dsl.GenaiStandaloneSetup;
import java.util.List;
import java.util.Random;
import org.eclipse.xtext.IGrammarAccess;

/** Files that nobody wrote: the grammar's own statements in an order of chance. */
public final class GeneratedText {
    private static final int DEEPEST = 5;

    private static final GrammarBlock FILE =
            GrammarBlock.file(
                    new GenaiStandaloneSetup()
                            .createInjectorAndDoEMFRegistration()
                            .getInstance(IGrammarAccess.class)
                            .getGrammar());

    private final Random random;
    private final StringBuilder text = new StringBuilder(SampleText.DECLARATIONS);

    private GeneratedText(Random random) {
        this.random = random;
    }

    /** A file of the language, one property a line. */
    public static String of(Random random) {
        GeneratedText generated = new GeneratedText(random);
        generated.body(FILE, 0);
        generated.project();
        return generated.text.toString();
    }

    private void project() {
        FILE.statements().stream()
                .filter(statement -> statement.keyword().equals("project"))
                .forEach(statement -> block(statement, 0));
    }

    private void body(GrammarBlock block, int depth) {
        List<Statement> statements = block.statements();
        int count = depth == 0 ? 2 : 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Statement statement = statements.get(random.nextInt(statements.size()));
            if (statement.block().isPresent()) {
                block(statement, depth);
            } else if (depth > 0) {
                line(depth, oneOf(SampleText.of(block, statement)));
            }
        }
    }

    private void block(Statement statement, int depth) {
        if (depth < DEEPEST) {
            GrammarBlock block = statement.block().orElseThrow();
            line(depth, oneOf(SampleText.heads(block)).strip() + " {");
            body(block, depth + 1);
            line(depth, "}");
        }
    }

    private void line(int depth, String words) {
        text.append("  ".repeat(depth)).append(words.strip()).append('\n');
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
