package dev.groundplan.editor;

import dev.groundplan.dsl.ide.TextToken;
import dev.groundplan.dsl.ide.Tokens;
import java.util.List;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;

/**
 * Colours by the language's own scanner. What a word means depends on the block around it, so a
 * brace can change colours far below: the damage is what the scanner now sees differently.
 */
final class TokenPresentation implements IPresentationDamager, IPresentationRepairer {
    private final TokenColours colours;
    private IDocument document;
    private List<TextToken> tokens = List.of();

    TokenPresentation(TokenColours colours) {
        this.colours = colours;
    }

    @Override
    public void setDocument(IDocument other) {
        document = other;
        tokens = other == null ? List.of() : Tokens.of(other.get());
    }

    @Override
    public IRegion getDamageRegion(
            ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        List<TextToken> before = tokens;
        tokens = Tokens.of(document.get());
        int inserted = event.getText() == null ? 0 : event.getText().length();
        int shift = inserted - event.getLength();
        int common = Math.min(before.size(), tokens.size());
        int head = 0;
        while (head < common && before.get(head).equals(tokens.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < common - head
                && before.get(before.size() - 1 - tail)
                        .moved(shift)
                        .equals(tokens.get(tokens.size() - 1 - tail))) {
            tail++;
        }
        int from = event.getOffset();
        int to = event.getOffset() + inserted;
        if (head < tokens.size() - tail) {
            from = Math.min(from, tokens.get(head).offset());
            to = Math.max(to, tokens.get(tokens.size() - 1 - tail).end());
        }
        return new Region(from, Math.min(to, document.getLength()) - from);
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        int from = damage.getOffset();
        int to = from + damage.getLength();
        for (TextToken token : tokens) {
            int start = Math.max(from, token.offset());
            int end = Math.min(to, token.end());
            if (start < end) {
                colours.style(token.kind())
                        .ifPresent(
                                style -> {
                                    style.start = start;
                                    style.length = end - start;
                                    presentation.addStyleRange(style);
                                });
            }
        }
    }
}
