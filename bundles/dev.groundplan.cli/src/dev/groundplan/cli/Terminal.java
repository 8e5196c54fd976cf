package dev.groundplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether standard output is a terminal, and what may be written to one. */
final class Terminal {
    private Terminal() {}

    /** NO_COLOR in any value but the empty one wins, as no-color.org has it. */
    static boolean isColoured(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && isTerminal();
    }

    /**
     * By what standard output is a link to, where the system says so: {@link System#console} tells
     * of input and output together, and not in every version.
     */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Text of others on one line: controls, which could drive the terminal, and characters that
     * turn the reading direction are shown as a replacement; a tab becomes a blank.
     */
    static String safe(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char safe = safe(c);
            if (safe != c && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null) {
                out.append(safe);
            }
        }
        return out == null ? text : out.toString();
    }

    private static char safe(char c) {
        if (c >= ' ' && c < 0x7f) {
            return c;
        }
        if (c == '\t' || c == '\n' || c == '\r') {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    '\ufffd';
            default -> c;
        };
    }
}
