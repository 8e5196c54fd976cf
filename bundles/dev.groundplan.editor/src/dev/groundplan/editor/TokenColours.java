package dev.groundplan.editor;

import dev.groundplan.dsl.ide.TokenKind;
import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;

/** How each kind of word looks; the colours belong to the theme. */
final class TokenColours {
    static final String PREFIX = "dev.groundplan.editor.";

    /** The style of a kind, which has no place yet; empty when it looks like plain text. */
    Optional<StyleRange> style(TokenKind kind) {
        return switch (kind) {
            case KEYWORD -> style("keyword", SWT.BOLD);
            case NUMBER, DATE -> style("number", SWT.NORMAL);
            case UNIT -> style("unit", SWT.NORMAL);
            case STRING -> style("string", SWT.NORMAL);
            case COMMENT -> style("comment", SWT.NORMAL);
            case NAME, OPEN, CLOSE, PUNCTUATION -> Optional.empty();
        };
    }

    private static Optional<StyleRange> style(String name, int fontStyle) {
        ColorRegistry registry =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        Color colour = registry.get(PREFIX + name);
        return Optional.of(new StyleRange(0, 0, colour, null, fontStyle));
    }
}
