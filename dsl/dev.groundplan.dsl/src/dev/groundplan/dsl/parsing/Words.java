package dev.groundplan.dsl.parsing;

/** Words as they stand in messages. */
final class Words {
    private static final int MOST_SHOWN = 40;

    private Words() {}

    /** The text as a person would quote it, shortened, on one line. */
    static String quoted(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        StringBuilder shown = new StringBuilder();
        line.codePoints()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c));
        return "`" + shown + (line.codePointCount(0, line.length()) > MOST_SHOWN ? "…" : "") + "`";
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
