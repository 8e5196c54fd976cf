package dev.groundplan.dsl.conversion;

import dev.groundplan.dsl.conversion.Spelled.Unreadable;

/** Texts in quotes. */
final class Quoted {
    private static final String LONG = "\"\"\"";

    private Quoted() {}

    static String content(String spelling) {
        if (spelling.startsWith(LONG) && spelling.length() >= 6 && spelling.endsWith(LONG)) {
            return spelling.substring(3, spelling.length() - 3).strip();
        }
        StringBuilder content = new StringBuilder(spelling.length());
        int i = 1;
        while (i < spelling.length()) {
            char c = spelling.charAt(i);
            if (c == '"') {
                return content.toString();
            }
            if (c == '\\' && i + 1 < spelling.length()) {
                i++;
                content.append(unescaped(spelling.charAt(i)));
            } else {
                content.append(c);
            }
            i++;
        }
        throw new Unreadable(
                "the text has no closing quote on its line; three quotes begin a text of several"
                        + " lines");
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '"', '\\' -> c;
            default ->
                    throw new Unreadable(
                            "`\\" + c + "` means nothing; write `\\\\` for a backslash");
        };
    }

    /** A line end of another system has no escape: such a text spans lines. */
    static String quote(String content) {
        if (content.indexOf('\r') >= 0) {
            return LONG + content + LONG;
        }
        return '"' + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
