package dev.groundplan.server;

import dev.groundplan.dsl.ide.TextToken;
import dev.groundplan.dsl.ide.TokenKind;
import dev.groundplan.dsl.ide.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** The kinds of words as semantic tokens: five numbers each, relative to the one before. */
final class Colouring {
    private static final List<String> TYPES =
            List.of(
                    SemanticTokenTypes.Keyword,
                    SemanticTokenTypes.Variable,
                    SemanticTokenTypes.Number,
                    SemanticTokenTypes.Type,
                    SemanticTokenTypes.String,
                    SemanticTokenTypes.Comment);

    private Colouring() {}

    static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TYPES, List.of());
    }

    static SemanticTokens of(OpenDocument document) {
        List<Integer> data = new ArrayList<>();
        int lastLine = 0;
        int lastStart = 0;
        LineIndex lines = document.lines();
        for (TextToken token : Tokens.of(document.text())) {
            OptionalInt type = type(token.kind());
            if (type.isEmpty()) {
                continue;
            }
            // a token of the protocol stays on one line: comments and long strings are cut
            for (int line = lines.line(token.offset());
                    line < lines.lines() && lines.start(line) < token.end();
                    line++) {
                int from = Math.max(token.offset(), lines.start(line));
                int to = Math.min(token.end(), lines.end(line));
                if (to <= from) {
                    continue;
                }
                int start = from - lines.start(line);
                data.add(line - lastLine);
                data.add(line == lastLine ? start - lastStart : start);
                data.add(to - from);
                data.add(type.getAsInt());
                data.add(0);
                lastLine = line;
                lastStart = start;
            }
        }
        return new SemanticTokens(data);
    }

    private static OptionalInt type(TokenKind kind) {
        return switch (kind) {
            case KEYWORD -> index(SemanticTokenTypes.Keyword);
            case NAME -> index(SemanticTokenTypes.Variable);
            case NUMBER, DATE -> index(SemanticTokenTypes.Number);
            case UNIT -> index(SemanticTokenTypes.Type);
            case STRING -> index(SemanticTokenTypes.String);
            case COMMENT -> index(SemanticTokenTypes.Comment);
            case OPEN, CLOSE, PUNCTUATION -> OptionalInt.empty();
        };
    }

    private static OptionalInt index(String type) {
        return OptionalInt.of(TYPES.indexOf(type));
    }
}
