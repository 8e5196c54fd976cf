package dev.groundplan.dsl.ide;

/**
 * A word of the text.
 *
 * @param offset in UTF-16 units from 0
 * @param length may be 0 for a brace that was forgotten
 */
public record TextToken(TokenKind kind, int offset, int length) {
    public int end() {
        return offset + length;
    }

    public boolean contains(int position) {
        return position >= offset && position < end();
    }

    public String text(String all) {
        return all.substring(offset, end());
    }

    /** The same word in a text that has grown by so much before it. */
    public TextToken moved(int by) {
        return new TextToken(kind, offset + by, length);
    }

    public boolean isBrace() {
        return kind == TokenKind.OPEN || kind == TokenKind.CLOSE;
    }
}
