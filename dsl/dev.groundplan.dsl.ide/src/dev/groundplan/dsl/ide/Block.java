package dev.groundplan.dsl.ide;

import java.util.List;
import java.util.stream.Stream;

/**
 * A block with braces.
 *
 * @param keyword the word that opens it; empty where a name alone does, as in actuals
 * @param name empty when it has none
 * @param offset of the keyword
 * @param headEnd where keyword and name end
 * @param bodyStart behind the opening brace
 * @param end behind the closing brace
 */
public record Block(
        String keyword,
        String name,
        int offset,
        int headEnd,
        int bodyStart,
        int end,
        List<Block> children) {
    public Block {
        children = List.copyOf(children);
    }

    /** Whether a position is between its braces. */
    public boolean holds(int position) {
        return position >= bodyStart && position < end;
    }

    /** This block and all inside it, outermost first. */
    public Stream<Block> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Block::all));
    }
}
