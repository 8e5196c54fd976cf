package dev.groundplan.export;

/**
 * Text of people made safe inside Markdown: it stays the text that it is, whatever it holds.
 * Nothing becomes markup but a word between two backticks, which stays code.
 */
final class MarkdownText {
    private MarkdownText() {}

    /** Inside a paragraph, a heading or a cell of a table; on one line. */
    static String inline(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '`' ? text.indexOf('`', i + 1) : -1;
            if (end > i + 1 && isCode(text, i, end)) {
                out.append('`').append(code(text.substring(i + 1, end))).append('`');
                i = end + 1;
            } else {
                escape(out, text, i);
                i++;
            }
        }
        return out.toString();
    }

    /** At the start of a line, where more characters mean something. */
    static String paragraph(String text) {
        String inline = inline(text.strip());
        if (inline.isEmpty()) {
            return inline;
        }
        char first = inline.charAt(0);
        if ("#+-=".indexOf(first) >= 0) {
            return "\\" + inline;
        }
        int digits = 0;
        while (digits < inline.length() && Character.isDigit(inline.charAt(digits))) {
            digits++;
        }
        boolean numbered =
                digits > 0
                        && digits < inline.length()
                        && (inline.charAt(digits) == '.' || inline.charAt(digits) == ')');
        return numbered ? inline.substring(0, digits) + "\\" + inline.substring(digits) : inline;
    }

    /** A line of a fenced block. */
    static String verbatim(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = visible(text, i);
            out.append(c == '`' ? '\'' : c);
        }
        return out.toString();
    }

    /** Two backticks beside each other open other markup; such text stays text. */
    private static boolean isCode(String text, int start, int end) {
        boolean doubled =
                end + 1 < text.length() && text.charAt(end + 1) == '`'
                        || start > 0 && text.charAt(start - 1) == '`';
        String code = text.substring(start + 1, end);
        // in a table a backslash before a bar would be read together with ours
        boolean splits = code.indexOf('|') >= 0 && code.indexOf('\\') >= 0;
        return !doubled && !splits && !code.isBlank();
    }

    /** In a cell a bar ends the cell even inside code; a backslash before it keeps it. */
    private static String code(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = visible(text, i);
            if (c == '|') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static void escape(StringBuilder out, String text, int i) {
        char c = visible(text, i);
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\\', '`', '*', '[', ']', '|', '~' -> out.append('\\').append(c);
            case '_' -> out.append(isInsideWord(text, i) ? "_" : "\\_");
            default -> out.append(c);
        }
    }

    /** An underscore between letters is no emphasis, and names are full of them. */
    private static boolean isInsideWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    /** Line ends become blanks; what cannot be seen, or turns the reading direction, is shown. */
    private static char visible(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n' || c == '\r' || c == '\t') {
            return ' ';
        }
        if (Character.isHighSurrogate(c)) {
            boolean paired = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            return paired ? c : '\ufffd';
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? c : '\ufffd';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> '\ufffd';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> c;
        };
    }
}
