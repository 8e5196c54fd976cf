package dev.groundplan.dsl.scanner;

import org.antlr.runtime.CharStream;

/** Consumes names, numbers and texts; knows nothing of blocks. */
final class Lexemes {
    private Lexemes() {}

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c > 127 && Character.isLetter(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\uFEFF';
    }

    static void take(CharStream in, int characters) {
        for (int i = 0; i < characters && in.LA(1) != CharStream.EOF; i++) {
            in.consume();
        }
    }

    /**
     * Letters and digits, and inner hyphens, dots and slashes. A hyphen or slash that nothing may follow is taken too,
     * so that one slip is one mistake; the conversion of names tells.
     */
    static void name(CharStream in) {
        while (true) {
            int c = in.LA(1);
            int next = in.LA(2);
            boolean inner = (c == '.' || c == '/') && isLetterOrDigit(next);
            boolean slip = c == '-' || c == '/' && next != '/' && next != '*';
            if (!isLetterOrDigit(c) && !inner && !slip) {
                return;
            }
            in.consume();
        }
    }

    /** Digits with underscores, a fraction, an exponent and a scale letter. */
    static void number(CharStream in) {
        digits(in);
        if (in.LA(1) == '.' && isDigit(in.LA(2))) {
            in.consume();
            digits(in);
        }
        int e = in.LA(1);
        boolean signed = in.LA(2) == '+' || in.LA(2) == '-';
        if ((e == 'e' || e == 'E') && isDigit(in.LA(signed ? 3 : 2))) {
            take(in, signed ? 2 : 1);
            digits(in);
        }
        int scale = in.LA(1);
        if ((scale == 'k' || scale == 'M' || scale == 'B' || scale == 'T')
                && !isLetterOrDigit(in.LA(2))) {
            in.consume();
        }
    }

    private static void digits(CharStream in) {
        while (isDigit(in.LA(1)) || in.LA(1) == '_' && isDigit(in.LA(2))) {
            in.consume();
        }
    }

    /** How many digits stand ahead. */
    static int digitsAhead(CharStream in) {
        int count = 0;
        while (isDigit(in.LA(count + 1))) {
            count++;
        }
        return count;
    }

    /** The length of a date ahead (10), of a month (7), or 0. */
    static int dateAhead(CharStream in) {
        if (digitsAhead(in) != 4 || in.LA(5) != '-' || !areDigits(in, 6, 2)) {
            return 0;
        }
        if (in.LA(8) == '-' && areDigits(in, 9, 2) && !isLetterOrDigit(in.LA(11))) {
            return 10;
        }
        boolean goesOn = isLetterOrDigit(in.LA(8)) || in.LA(8) == '-' && isLetterOrDigit(in.LA(9));
        return goesOn ? 0 : 7;
    }

    private static boolean areDigits(CharStream in, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!isDigit(in.LA(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A text in quotes. It ends at its quote or, unfinished, with its line, so that a forgotten quote costs one line;
     * three quotes span lines.
     */
    static void text(CharStream in) {
        if (in.LA(2) == '"' && in.LA(3) == '"') {
            int length = lengthOfLongText(in);
            if (length > 0) {
                take(in, length);
                return;
            }
        }
        in.consume();
        while (!endsLine(in.LA(1)) && in.LA(1) != '"') {
            boolean escape = in.LA(1) == '\\' && !endsLine(in.LA(2));
            take(in, escape ? 2 : 1);
        }
        if (in.LA(1) == '"') {
            in.consume();
        }
    }

    private static int lengthOfLongText(CharStream in) {
        for (int i = 4; in.LA(i) != CharStream.EOF; i++) {
            if (in.LA(i) == '"' && in.LA(i + 1) == '"' && in.LA(i + 2) == '"') {
                return i + 2;
            }
        }
        return 0;
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c == CharStream.EOF;
    }

    /** Whether a comment that begins here ends somewhere. */
    static boolean endsComment(CharStream in) {
        for (int i = 3; in.LA(i) != CharStream.EOF; i++) {
            if (in.LA(i) == '*' && in.LA(i + 1) == '/') {
                return true;
            }
        }
        return false;
    }

    /** Whether the next thing from the n-th character on, behind white space and comments, is a number. */
    static boolean isNumberAt(CharStream in, int n) {
        int i = n;
        while (true) {
            int c = in.LA(i);
            if (isSpace(c)) {
                i++;
            } else if (c == '/' && in.LA(i + 1) == '/') {
                while (!endsLine(in.LA(i))) {
                    i++;
                }
            } else if (c == '/' && in.LA(i + 1) == '*') {
                i += 2;
                while (in.LA(i) != CharStream.EOF && !(in.LA(i) == '*' && in.LA(i + 1) == '/')) {
                    i++;
                }
                i += 2;
            } else {
                return isDigit(c) || c == '-' && isDigit(in.LA(i + 1));
            }
        }
    }

    /** Whether two dots stand before this place, white space aside. */
    static boolean isAfterDots(CharStream in) {
        int i = -1;
        while (in.index() + i >= 0 && isSpace(in.LA(i))) {
            i--;
        }
        return in.index() + i > 0 && in.LA(i) == '.' && in.LA(i - 1) == '.';
    }

    /** The indentation of the line, or -1 when something else stands before this place on it. */
    static int indentation(CharStream in) {
        for (int i = -1; in.index() + i >= 0; i--) {
            int c = in.LA(i);
            if (c == '\n' || c == '\r') {
                return -i - 1;
            }
            if (!isSpace(c)) {
                return -1;
            }
        }
        return in.index();
    }
}
