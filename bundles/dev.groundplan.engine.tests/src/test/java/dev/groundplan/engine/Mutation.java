package dev.groundplan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts as an unlucky hand or a hostile world makes them out of sound ones. */
final class Mutation {
    private static final Pattern WORD = Pattern.compile("[^\\s{},]+|[{},]");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d_.]*");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "1e308",
                    "1e-320",
                    "999999999999999999999",
                    "5..3",
                    "0..0..0",
                    "1..2..3..4",
                    "9999-12-31",
                    "0000-00-00",
                    "2027-02-29",
                    "1e999",
                    "0.0000001",
                    "400 %",
                    "3 parsecs",
                    "5 USD per 1M tokens",
                    "1T",
                    "-5..5",
                    "7 GB",
                    "2 days");

    private static final List<String> ODD =
            List.of(
                    "\u202e",
                    "\u200b",
                    "\uFEFF",
                    "\uD800",
                    "\0",
                    "\u0007",
                    "\"",
                    "\"\"\"",
                    "/*",
                    "*/",
                    "//",
                    "^",
                    "^^",
                    "{",
                    "}",
                    "{{",
                    "..",
                    ",",
                    ":",
                    "%",
                    "\r",
                    "\t",
                    "'",
                    "\\",
                    "é",
                    "𝔊",
                    "<script>",
                    "|",
                    "`",
                    "](javascript:x)",
                    "=1+1",
                    "per",
                    "x",
                    "none",
                    "unknown");

    private static final int LONG = 1_500;

    private final Random random;
    private final List<String> pieces;

    Mutation(Random random, List<String> pieces) {
        this.random = random;
        this.pieces = pieces;
    }

    /** One to four changes of a piece, or of two. */
    String next() {
        String text = one();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            text = changed(text);
        }
        return text;
    }

    /** Seldom a long one: it takes as long as ten others and finds no more. */
    private String one() {
        String piece = pieces.get(random.nextInt(pieces.size()));
        boolean again = piece.length() > LONG && random.nextInt(10) > 0;
        return again ? one() : piece;
    }

    private String changed(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> words(text, 0);
            case 1 -> words(text, 1);
            case 2 -> words(text, 2);
            case 3 -> lines(text, random.nextInt(3));
            case 4 -> text.substring(0, random.nextInt(text.length() + 1));
            case 5 -> spliced(text);
            case 6, 7 -> numbered(text);
            case 8 -> inserted(text, ODD.get(random.nextInt(ODD.size())));
            default -> inserted(text, " " + word(one()) + " ");
        };
    }

    /** Without a word, with it twice, or changed with another. */
    private String words(String text, int kind) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return text;
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        String now =
                switch (kind) {
                    case 0 -> "";
                    case 1 -> word.group() + " " + word.group();
                    default -> words.get(random.nextInt(words.size())).group();
                };
        return text.substring(0, word.start()) + now + text.substring(word.end());
    }

    private String lines(String text, int kind) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\\n)")));
        int at = random.nextInt(lines.size());
        switch (kind) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(at));
            default -> lines.add(lines.remove(at));
        }
        return String.join("", lines);
    }

    private String spliced(String text) {
        String other = one();
        return text.substring(0, random.nextInt(text.length() + 1))
                + other.substring(random.nextInt(other.length() + 1));
    }

    private String numbered(String text) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            return text;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        return text.substring(0, number.start())
                + NUMBERS.get(random.nextInt(NUMBERS.size()))
                + text.substring(number.end());
    }

    private String inserted(String text, String what) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + what + text.substring(at);
    }

    private String word(String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        return words.isEmpty() ? "" : words.get(random.nextInt(words.size())).group();
    }
}
