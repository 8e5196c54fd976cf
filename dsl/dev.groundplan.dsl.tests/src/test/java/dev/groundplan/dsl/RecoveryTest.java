package dev.groundplan.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.dsl.model.Stray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.junit.jupiter.api.Test;

/** One mistake stays one mistake: each token of a whole project is left out once. */
class RecoveryTest {
    /** What may be missing: labels, units (a check of values then tells), and words whose loss makes another sentence. */
    private static final Set<String> MAY_BE_MISSING =
            Set.of(
                    "STRING",
                    "UNIT",
                    "%",
                    "per",
                    "NUMBER",
                    "access",
                    "quality",
                    "targets",
                    "variants");

    private record Loss(String token, int line, int problems, int objects) {}

    @Test
    void everyDeletionIsNoticedAndCostsLittle() {
        String text = Texts.read("support-assistant.genai");
        ParsedFile whole = Texts.parse(text);
        List<Loss> losses = losses(text, whole);
        Set<String> silent = new TreeSet<>();
        losses.stream()
                .filter(loss -> loss.problems() == 0)
                .forEach(loss -> silent.add(loss.token()));
        silent.removeAll(MAY_BE_MISSING);
        assertEquals(Set.of(), silent);
        int tokens = losses.size();
        assertTrue(tokens > 800, () -> tokens + " tokens");
        long dear = losses.stream().filter(loss -> loss.objects() > 25).count();
        assertTrue(
                dear <= 1,
                () -> losses.stream().filter(loss -> loss.objects() > 25).toList().toString());
        long manifold = losses.stream().filter(loss -> loss.problems() > 1).count();
        assertTrue(
                manifold <= tokens / 50,
                () -> losses.stream().filter(loss -> loss.problems() > 1).toList().toString());
    }

    private static List<Loss> losses(String text, ParsedFile whole) {
        int objects = objects(whole);
        List<Loss> losses = new ArrayList<>();
        for (ILeafNode leaf : whole.resource().getParseResult().getRootNode().getLeafNodes()) {
            if (!leaf.isHidden()) {
                String without =
                        text.substring(0, leaf.getOffset())
                                + " "
                                + text.substring(leaf.getEndOffset());
                ParsedFile rest = Texts.parse(without);
                losses.add(
                        new Loss(
                                token(leaf),
                                leaf.getStartLine(),
                                rest.problems().size(),
                                objects - objects(rest)));
            }
        }
        return losses;
    }

    private static String token(ILeafNode leaf) {
        return leaf.getGrammarElement() instanceof Keyword keyword
                ? keyword.getValue()
                : ((RuleCall) leaf.getGrammarElement()).getRule().getName();
    }

    private static int objects(ParsedFile file) {
        int count = 0;
        for (TreeIterator<EObject> all = file.resource().getAllContents(); all.hasNext(); ) {
            count += all.next() instanceof Stray ? 0 : 1;
        }
        return count;
    }

    @Test
    void anUnknownWordCostsItselfOnly() {
        String text = Texts.read("support-assistant.genai");
        int objects = objects(Texts.parse(text));
        String[] lines = text.split("\n");
        for (int i = 1; i < lines.length; i++) {
            StringBuilder changed = new StringBuilder();
            for (int j = 0; j < lines.length; j++) {
                changed.append(j == i ? "  colour red 12 days\n" : "")
                        .append(lines[j])
                        .append('\n');
            }
            ParsedFile parsed = Texts.parse(changed.toString());
            int line = i + 1;
            assertEquals(1, parsed.problems().size(), () -> line + " " + parsed.problems());
            assertEquals(line, parsed.problems().getFirst().line());
            assertEquals(objects, objects(parsed));
        }
    }
}
