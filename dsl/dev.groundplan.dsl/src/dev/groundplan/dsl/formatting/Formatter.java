package dev.groundplan.dsl.formatting;

import dev.groundplan.core.analysis.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of the language: two spaces a block, two between properties on one line, one between
 * words, no blanks at the end of a line and no two empty lines. What stands on one line stays
 * there, words that stand below each other in neighbouring lines do too, and so do the columns of
 * comments. Only white space changes, so that the text means what it meant; a declaration with a
 * brace too many or too few is left as it is.
 */
public final class Formatter {
    /** Each round takes away what the one before has left without a neighbour. */
    private static final int ROUNDS = 6;

    private Formatter() {}

    /** The text in the layout of the language; formatting it again changes nothing. */
    public static String format(String text) {
        List<Word> words = Word.of(text);
        if (words.isEmpty()) {
            return text;
        }
        String now = text;
        for (int round = 0; round < ROUNDS; round++) {
            String next = new Layouting(now, Word.of(now), new Spacing(true)).text();
            if (next.equals(now)) {
                return isSame(words, Word.of(now)) ? now : text;
            }
            now = next;
        }
        return plain(now, words, text);
    }

    /** Without columns, for a text whose columns do not come to rest. */
    private static String plain(String text, List<Word> words, String original) {
        String now = text;
        for (int round = 0; round < ROUNDS; round++) {
            String next = new Layouting(now, Word.of(now), new Spacing(false)).text();
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        return isSame(words, Word.of(now)) ? now : original;
    }

    private static boolean isSame(List<Word> before, List<Word> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).isSameAs(after.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What formatting changes, by offset; each edit replaces white space by white space. */
    public static List<TextEdit> edits(String text) {
        String formatted = format(text);
        if (formatted.equals(text)) {
            return List.of();
        }
        List<Word> before = Word.of(text);
        List<Word> after = Word.of(formatted);
        List<TextEdit> edits = new ArrayList<>();
        int from = 0;
        int now = 0;
        for (int i = 0; i <= before.size(); i++) {
            boolean last = i == before.size();
            int to = last ? text.length() : before.get(i).offset();
            int then = last ? formatted.length() : after.get(i).offset();
            String gap = formatted.substring(now, then);
            if (!text.substring(from, to).equals(gap)) {
                edits.add(new TextEdit(from, to - from, gap));
            }
            from = last ? to : before.get(i).end();
            now = last ? then : after.get(i).end();
        }
        return edits;
    }
}
