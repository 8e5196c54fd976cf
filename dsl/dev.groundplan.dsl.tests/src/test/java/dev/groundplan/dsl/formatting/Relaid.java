package dev.groundplan.dsl.formatting;

import java.util.List;
import java.util.Random;

/** The words of a text with other white space between them, and with mistakes. */
final class Relaid {
    private static final List<String> GAPS =
            List.of(
                    " ", " ", " ", "  ", "   ", "      ", "\t", "\n", "\n  ", "\r\n\t", "\n\n\n",
                    " \n");

    private final Random random;

    Relaid(Random random) {
        this.random = random;
    }

    /** Every stretch of white space, drawn anew. */
    String spaces(String text) {
        StringBuilder now = new StringBuilder();
        int at = 0;
        for (Word word : Word.of(text)) {
            boolean apart = word.offset() > at || random.nextInt(8) == 0 && word.offset() > 0;
            now.append(apart ? gap() : "").append(word.text());
            now.append(word.is(Word.Kind.COMMENT) ? "\n" : "");
            at = word.end();
        }
        return now.append(random.nextBoolean() ? "\n" : "").toString();
    }

    /** A comment here and there, and lines joined and parted. */
    String commented(String text) {
        StringBuilder now = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            now.append(line);
            switch (random.nextInt(9)) {
                case 0 -> now.append("// at the end  \n");
                case 1 -> now.append("        // far behind\n");
                case 2 -> now.append("\n// groundplan: allow PointEstimate because \"so\"\n");
                case 3 -> now.append(" /* in\n  two */ ");
                case 4 -> now.append("   ");
                case 5 -> now.append("\n\n\n\n");
                default -> now.append('\n');
            }
        }
        return now.toString();
    }

    /** Without a word, with one twice, or with one that means nothing. */
    String broken(String text) {
        List<Word> words = Word.of(text);
        Word word = words.get(random.nextInt(words.size()));
        String before = text.substring(0, word.offset());
        String behind = text.substring(word.end());
        return switch (random.nextInt(5)) {
            case 0 -> before + behind;
            case 1 -> before + word.text() + " " + word.text() + behind;
            case 2 -> before + "}" + behind;
            case 3 -> before + " { " + word.text() + behind;
            default -> before + "#?\u200B\"" + word.text() + behind;
        };
    }

    private String gap() {
        return GAPS.get(random.nextInt(GAPS.size()));
    }
}
