package dev.groundplan.editor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenter;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenterExtension;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/**
 * The little Markdown of hovers (bold, code, lists) as styled text, wrapped to the width that there
 * is. A browser widget would need a library that not every system has.
 */
final class MarkdownText implements IInformationPresenter, IInformationPresenterExtension {
    private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`");

    @Override
    @Deprecated
    public String updatePresentation(
            Display display, String text, TextPresentation presentation, int width, int height) {
        return updatePresentation((Drawable) display, text, presentation, width, height);
    }

    @Override
    public String updatePresentation(
            Drawable drawable, String text, TextPresentation presentation, int width, int height) {
        GC gc = new GC(drawable);
        try {
            double character = gc.getFontMetrics().getAverageCharacterWidth();
            return styled(text, presentation, Math.max(40, (int) (width / character) - 6));
        } finally {
            gc.dispose();
        }
    }

    private static String styled(String markdown, TextPresentation presentation, int width) {
        StringBuilder out = new StringBuilder();
        for (String line : markdown.split("\n")) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            String bulleted = line.stripTrailing().replaceFirst("^- ", "  • ");
            append(wrapped(bulleted, width), out, presentation);
        }
        return out.toString();
    }

    private static void append(String line, StringBuilder out, TextPresentation presentation) {
        Matcher matcher = MARKED.matcher(line);
        int from = 0;
        while (matcher.find()) {
            out.append(line, from, matcher.start());
            boolean bold = matcher.group(1) != null;
            String inner = bold ? matcher.group(1) : matcher.group(2);
            presentation.addStyleRange(
                    new StyleRange(
                            out.length(),
                            inner.length(),
                            null,
                            null,
                            bold ? SWT.BOLD : SWT.ITALIC));
            out.append(inner);
            from = matcher.end();
        }
        out.append(line, from, line.length());
    }

    /** Breaks at blanks and indents what follows a bullet. */
    private static String wrapped(String line, int width) {
        String indent = line.startsWith("  • ") ? "    " : "";
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : line.split("(?<= )")) {
            if (column > indent.length() && column + word.stripTrailing().length() > width) {
                out.append('\n').append(indent);
                column = indent.length();
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }
}
