package dev.groundplan.dsl.scanner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What words mean inside one kind of block. Filled while the table is read, never changed afterwards. */
final class BlockKind {
    private final Set<String> heads = new HashSet<>();
    private final Set<String> joints = new HashSet<>();
    private final Set<String> beforeNames = new HashSet<>();
    private final Map<String, BlockKind> opens = new HashMap<>();
    private BlockKind behindAnyName;
    private String openedBy = "";

    /** The words that begin properties and blocks. */
    Set<String> heads() {
        return Set.copyOf(heads);
    }

    /** The keyword that opens such a block, "" for a file and for a block that a name opens. */
    String openedBy() {
        return openedBy;
    }

    /** A word that begins a property or a block. */
    boolean isHead(String word) {
        return heads.contains(word);
    }

    /** A word that joins the parts of the property that this head began. */
    boolean isJoint(String head, String word) {
        return joints.contains(head + '/' + word);
    }

    /**
     * Whether a name stands behind the word.
     *
     * @param head the word that began the property, or the word itself
     */
    boolean isBeforeName(String head, String word) {
        return beforeNames.contains(head.equals(word) ? word : head + '/' + word);
    }

    /** The kind of block that the word opens, or null. */
    BlockKind opened(String word) {
        return opens.get(word);
    }

    /** The kind of a block that begins with a name and no keyword, or null. */
    BlockKind behindAnyName() {
        return behindAnyName;
    }

    /** One entry of the table: {@code [head/]word[:][>Kind]}. */
    void add(String entry, Function<String, BlockKind> kinds) {
        int arrow = entry.indexOf('>');
        String words = arrow < 0 ? entry : entry.substring(0, arrow);
        boolean beforeName = words.endsWith(":");
        words = beforeName ? words.substring(0, words.length() - 1) : words;
        if (words.equals("*")) {
            behindAnyName = kinds.apply(entry.substring(arrow + 1));
            return;
        }
        (words.indexOf('/') < 0 ? heads : joints).add(words);
        if (beforeName) {
            beforeNames.add(words);
        }
        if (arrow >= 0) {
            BlockKind opened = kinds.apply(entry.substring(arrow + 1));
            opened.openedBy = words;
            opens.put(words, opened);
        }
    }
}
