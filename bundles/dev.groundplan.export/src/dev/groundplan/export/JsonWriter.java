package dev.groundplan.export;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON, indented by two blanks. Small on purpose: a command that prints JSON should not
 * start slower for it. Whatever the text holds, the result is valid.
 */
public final class JsonWriter {
    private static final int LARGEST_PLAIN = 15;

    private final StringBuilder text = new StringBuilder();
    private final Deque<Boolean> hasMembers = new ArrayDeque<>();
    private boolean afterName;

    public JsonWriter object() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter array() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    /** Starts a member of an object. */
    public JsonWriter name(String name) {
        separate();
        string(name);
        text.append(": ");
        afterName = true;
        return this;
    }

    public JsonWriter value(String value) {
        separate();
        string(value);
        return this;
    }

    public JsonWriter value(long value) {
        separate();
        text.append(value);
        return this;
    }

    public JsonWriter value(boolean value) {
        separate();
        text.append(value);
        return this;
    }

    /** Every digit, in powers of ten when very large or very small. */
    public JsonWriter value(BigDecimal value) {
        separate();
        BigDecimal stripped = value.stripTrailingZeros();
        int digitsBeforePoint = stripped.precision() - stripped.scale();
        boolean plain = digitsBeforePoint <= LARGEST_PLAIN && stripped.scale() <= LARGEST_PLAIN;
        text.append(plain ? stripped.toPlainString() : stripped.toString());
        return this;
    }

    public JsonWriter member(String name, String value) {
        return name(name).value(value);
    }

    public JsonWriter member(String name, long value) {
        return name(name).value(value);
    }

    public JsonWriter member(String name, BigDecimal value) {
        return name(name).value(value);
    }

    /** The whole text, with a line end. */
    @Override
    public String toString() {
        return text + "\n";
    }

    private JsonWriter open(char bracket) {
        separate();
        text.append(bracket);
        hasMembers.push(false);
        return this;
    }

    private JsonWriter close(char bracket) {
        if (hasMembers.pop()) {
            newLine();
        }
        text.append(bracket);
        return this;
    }

    private void separate() {
        if (afterName) {
            afterName = false;
        } else if (!hasMembers.isEmpty()) {
            if (hasMembers.pop()) {
                text.append(',');
            }
            hasMembers.push(true);
            newLine();
        }
    }

    private void newLine() {
        text.append('\n');
        text.repeat("  ", hasMembers.size());
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (mustEscape(value, i)) {
                        escape(c);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(c >> shift & 0xf, 16));
        }
    }

    /** Control and format characters, line separators, and halves of a pair that stand alone. */
    private static boolean mustEscape(String value, int i) {
        char c = value.charAt(i);
        if (c < 0x7f) {
            return c < ' ';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
