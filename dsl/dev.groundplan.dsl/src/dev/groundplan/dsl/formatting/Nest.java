package dev.groundplan.dsl.formatting;

import dev.groundplan.dsl.formatting.Word.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far each line is indented: two spaces a block, or, where a block's brace is followed by its
 * first property and the writer goes on below that, as far as that property.
 */
final class Nest {
    static final int STEP = 2;

    /** Lines this far in, and no farther, do not stand below what follows a brace. */
    private static final int NEAR = 4;

    private static final class Block {
        /** The line that opened it, before and after. */
        final int outerBefore;

        final int outer;

        /** Of its lines; not decided, and negative, before its first one. */
        int inner;

        /** Of its last line that began a property, before and after. */
        int lastBefore = -1;

        int last;

        /** The column behind its brace, where something stands there. */
        int hanging = -1;

        Block(int outerBefore, int outer, int inner) {
            this.outerBefore = outerBefore;
            this.outer = outer;
            this.inner = inner;
        }
    }

    private final Deque<Block> blocks = new ArrayDeque<>();
    private Line line;
    private int indentation;

    Nest() {
        blocks.push(new Block(0, 0, 0));
    }

    /** Begins a line; its new indentation. */
    int begin(Line next, boolean goesOn) {
        line = next;
        Block block = blocks.peek();
        if (next.words().getFirst().is(Kind.CLOSE)) {
            int closing = 0;
            while (closing < next.words().size() && next.words().get(closing).is(Kind.CLOSE)) {
                closing++;
            }
            indentation = outermost(closing).outer;
            return indentation;
        }
        if (block.inner < 0) {
            boolean near = next.indentation() - block.outerBefore <= NEAR;
            block.inner = near ? block.outer + STEP : block.hanging;
        }
        if (goesOn && block.lastBefore >= 0) {
            indentation = block.last + Math.max(STEP, next.indentation() - block.lastBefore);
            return indentation;
        }
        indentation = block.inner;
        if (!next.isOnlyComment()) {
            block.lastBefore = next.indentation();
            block.last = indentation;
        }
        return indentation;
    }

    private Block outermost(int closing) {
        Block found = blocks.peek();
        int left = closing;
        for (Block block : blocks) {
            if (left-- == 0) {
                break;
            }
            found = block;
        }
        return found;
    }

    /**
     * @param hanging where the first property of the block stands behind its brace; negative when
     *     nothing stands there
     */
    void open(int hanging) {
        Block block =
                new Block(line.indentation(), indentation, hanging < 0 ? indentation + STEP : -1);
        block.hanging = hanging;
        if (hanging >= 0) {
            block.lastBefore = -1;
        }
        blocks.push(block);
    }

    void close() {
        if (blocks.size() > 1) {
            blocks.pop();
        }
    }

    /** The block that is open, to tell whether two lines stand in the same one. */
    Object block() {
        return blocks.peek();
    }
}
