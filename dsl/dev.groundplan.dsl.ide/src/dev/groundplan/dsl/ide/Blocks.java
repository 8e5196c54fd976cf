package dev.groundplan.dsl.ide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The tree of blocks in a text; brackets that do not match cost no more than themselves. */
public final class Blocks {
    private static final class Open {
        final String keyword;
        final String name;
        final int offset;
        final int headEnd;
        final int bodyStart;
        final List<Block> children = new ArrayList<>();

        Open(String keyword, String name, int offset, int headEnd, int bodyStart) {
            this.keyword = keyword;
            this.name = name;
            this.offset = offset;
            this.headEnd = headEnd;
            this.bodyStart = bodyStart;
        }

        Block close(int end) {
            return new Block(keyword, name, offset, headEnd, bodyStart, end, children);
        }
    }

    private Blocks() {}

    /** The outermost blocks. */
    public static List<Block> of(String text) {
        return of(text, Tokens.of(text));
    }

    static List<Block> of(String text, List<TextToken> all) {
        List<TextToken> tokens = all.stream().filter(t -> t.kind() != TokenKind.COMMENT).toList();
        List<Block> outermost = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            TextToken token = tokens.get(i);
            if (token.kind() == TokenKind.OPEN) {
                open.push(head(text, tokens, i));
            } else if (token.kind() == TokenKind.CLOSE && !open.isEmpty()) {
                close(open, outermost, token.end());
            }
        }
        while (!open.isEmpty()) {
            close(open, outermost, text.length());
        }
        return outermost;
    }

    private static void close(Deque<Open> open, List<Block> outermost, int end) {
        Block block = open.pop().close(end);
        (open.isEmpty() ? outermost : open.peek().children).add(block);
    }

    /** Reads backwards from the brace: label, name, keyword, each of which may be missing. */
    private static Open head(String text, List<TextToken> tokens, int brace) {
        int at = brace - 1;
        if (isKind(tokens, at, TokenKind.STRING)) {
            at--;
        }
        int headEnd = at >= 0 && !tokens.get(at).isBrace() ? tokens.get(at).end() : 0;
        String name = "";
        int offset = tokens.get(brace).offset();
        if (isKind(tokens, at, TokenKind.NAME)) {
            name = tokens.get(at).text(text);
            offset = tokens.get(at).offset();
            at--;
        }
        String keyword = "";
        // `distil into NAME {` has two words before the name; the first one names the block
        while (isKind(tokens, at, TokenKind.KEYWORD) && sameLine(text, tokens.get(at), offset)) {
            keyword = tokens.get(at).text(text);
            offset = tokens.get(at).offset();
            at--;
        }
        return new Open(keyword, name, offset, Math.max(offset, headEnd), tokens.get(brace).end());
    }

    private static boolean sameLine(String text, TextToken word, int until) {
        return text.substring(word.end(), Math.max(word.end(), until)).indexOf('\n') < 0;
    }

    private static boolean isKind(List<TextToken> tokens, int at, TokenKind kind) {
        return at >= 0 && tokens.get(at).kind() == kind;
    }

    /** The blocks around a position, outermost first. */
    public static List<Block> path(List<Block> blocks, int position) {
        List<Block> path = new ArrayList<>();
        List<Block> level = blocks;
        while (true) {
            Optional<Block> inside = level.stream().filter(b -> b.holds(position)).findFirst();
            if (inside.isEmpty()) {
                return path;
            }
            path.add(inside.get());
            level = inside.get().children();
        }
    }
}
