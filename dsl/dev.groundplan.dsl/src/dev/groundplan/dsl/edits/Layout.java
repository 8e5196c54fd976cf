package dev.groundplan.dsl.edits;

/** Lines and indentation of a text: what an inserted line should look like among its neighbours. */
record Layout(String text) {
    private static final String STEP = "  ";

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    /** White space at the beginning of the line that holds the offset. */
    String indentation(int offset) {
        int start = lineStart(offset);
        return text.substring(start, skipBlanks(start));
    }

    /** The first offset from there on where no blank stands: alignment is the writer's. */
    int skipBlanks(int offset) {
        int at = offset;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** The indentation of what stands inside a block that begins at the offset. */
    String inner(int offset) {
        return indentation(offset) + STEP;
    }

    boolean sameLine(int a, int b) {
        return lineStart(a) == lineStart(b);
    }

    boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    /** Every line of the snippet behind this indentation. */
    static String indent(String snippet, String indentation) {
        return indentation + snippet.strip().replace("\n", "\n" + indentation);
    }

    /** The line break that the text uses. */
    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
