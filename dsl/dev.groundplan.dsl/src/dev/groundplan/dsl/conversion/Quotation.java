package dev.groundplan.dsl.conversion;

/** What a file says, as a message shows it. */
public final class Quotation {
    private static final int MOST_SHOWN = 40;

    private Quotation() {}

    /** The text as a person would quote it, shortened, on one line. */
    public static String of(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        StringBuilder shown = new StringBuilder();
        line.codePoints()
                .limit(MOST_SHOWN)
                .forEach(
                        c ->
                                shown.appendCodePoint(
                                        Character.isISOControl(c) || isSurrogate(c)
                                                ? '\uFFFD'
                                                : c));
        return "`" + shown + (line.codePointCount(0, line.length()) > MOST_SHOWN ? "…" : "") + "`";
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
