package dev.groundplan.dsl.scanner;

import java.util.ArrayDeque;
import java.util.Deque;

/** The blocks that are open at a place of the text. */
final class Nesting {
    /**
     * Braces nested deeper than this are no blocks any more: the parser recurses, and the stack has
     * an end.
     */
    static final int MOST = 100;

    /**
     * @param indentation of the line that opened the block
     * @param implied whether its brace was forgotten
     */
    private record Block(BlockKind kind, int indentation, boolean implied) {}

    private final BlockKind unknown = new BlockKind();
    private final Deque<Block> outer = new ArrayDeque<>();
    private Block block;
    private int tooDeep;

    Nesting(BlockKind file) {
        block = new Block(file, -1, false);
    }

    /** What the innermost block is. */
    BlockKind kind() {
        return block.kind();
    }

    /** What a brace would open here; null where none is expected. */
    BlockKind next(BlockKind announced) {
        return announced != null ? announced : block.kind().behindAnyName();
    }

    boolean hasRoom() {
        return tooDeep == 0 && outer.size() < MOST;
    }

    void open(BlockKind announced, int indentation, boolean implied) {
        BlockKind kind = next(announced);
        outer.push(block);
        block = new Block(kind != null ? kind : unknown, indentation, implied);
    }

    void openTooDeep() {
        tooDeep++;
    }

    /** Closes the innermost block; false when there is none. */
    boolean close() {
        if (outer.isEmpty()) {
            return false;
        }
        block = outer.pop();
        return true;
    }

    /** Closes what {@link #openTooDeep} opened; false when that is closed. */
    boolean closeTooDeep() {
        if (tooDeep == 0) {
            return false;
        }
        tooDeep--;
        return true;
    }

    /** Whether the word belongs to a block further out, so that this one should have been closed. */
    boolean isLeftBy(String word, int indentation, boolean fresh) {
        if (outer.isEmpty() || tooDeep > 0 || block.kind() == unknown) {
            return false;
        }
        boolean outdented = fresh && indentation <= block.indentation();
        // a file without any indentation says nothing of where its blocks end
        boolean told = block.implied() || outdented && (indentation > 0 || outer.size() == 1);
        for (Block around : outer) {
            if (told && around.kind().isHead(word)
                    || outdented && around.kind().opened(word) != null) {
                return true;
            }
        }
        return false;
    }
}
