package dev.groundplan.dsl.scanner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the scanner knows of the language: which words mean something in which block (words.txt), and the numbers that
 * a generated parser gives to its tokens. Immutable; one for each generated parser.
 */
public final class Vocabulary {
    private static final String FILE = "GenaiFile";

    private final Map<String, Integer> keywords = new HashMap<>();
    private final Map<String, Integer> rules = new HashMap<>();
    private final Map<String, BlockKind> kinds = new HashMap<>();
    private final Set<String> units = new HashSet<>();

    private Vocabulary() {}

    /**
     * Reads the table that goes with a generated parser.
     *
     * @param tokens the generator's file of token numbers, InternalGenai.tokens
     * @throws UncheckedIOException when one of the two files cannot be read
     */
    public static Vocabulary of(InputStream tokens) {
        Vocabulary vocabulary = new Vocabulary();
        try (BufferedReader numbers = reader(tokens);
                BufferedReader words = reader(Vocabulary.class.getResourceAsStream("words.txt"))) {
            numbers.lines().forEach(vocabulary::addToken);
            words.lines().forEach(vocabulary::addWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private void addToken(String line) {
        int equals = line.lastIndexOf('=');
        if (equals < 0) {
            return;
        }
        int number = Integer.parseInt(line.substring(equals + 1));
        String name = line.substring(0, equals);
        if (name.startsWith("'")) {
            keywords.put(name.substring(1, name.length() - 1), number);
        } else {
            rules.put(name, number);
        }
    }

    private void addWords(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0 || line.startsWith("#")) {
            return;
        }
        String kind = line.substring(0, colon);
        for (String entry : line.substring(colon + 2).split(" ")) {
            if (kind.equals("@units")) {
                units.add(entry);
            } else {
                kind(kind).add(entry, this::kind);
            }
        }
    }

    private BlockKind kind(String name) {
        return kinds.computeIfAbsent(name, unused -> new BlockKind());
    }

    /** The words that begin properties and blocks in a kind of block, which is called as its class is. */
    public Set<String> wordsIn(String kind) {
        BlockKind known = kinds.get(kind);
        return known == null ? Set.of() : known.heads();
    }

    /** The keywords of blocks in which the word begins a property or a block, in alphabetical order. */
    public List<String> blocksWith(String word) {
        return kinds.values().stream()
                .filter(kind -> kind.isHead(word) && !kind.openedBy().isEmpty())
                .map(BlockKind::openedBy)
                .distinct()
                .sorted()
                .toList();
    }

    /** What Xtext calls the token numbers: a keyword in quotes, a terminal rule by its name. */
    public Map<Integer, String> tokenNames() {
        Map<Integer, String> names = new HashMap<>();
        keywords.forEach((word, number) -> names.put(number, "'" + word + "'"));
        rules.forEach(
                (rule, number) -> {
                    if (rule.startsWith("RULE_")) {
                        names.put(number, rule);
                    }
                });
        return names;
    }

    /** What words mean at the top level of a file. */
    BlockKind file() {
        return kinds.get(FILE);
    }

    /** Words that are units although some block has a property of the same name. */
    boolean isUnit(String word) {
        return units.contains(word);
    }

    /** Whether the token is a keyword or punctuation, not a value. */
    public boolean isKeyword(int token) {
        return keywords.containsValue(token);
    }

    /** The token number of a keyword, of punctuation too, or -1. */
    int keyword(String text) {
        return keywords.getOrDefault(text, -1);
    }

    /** The token number of a terminal rule such as WORD. */
    int rule(String name) {
        return rules.get("RULE_" + name);
    }
}
