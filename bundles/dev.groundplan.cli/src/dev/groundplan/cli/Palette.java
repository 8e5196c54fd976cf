package dev.groundplan.cli;

import dev.groundplan.core.analysis.Severity;

/** Colours, or none. */
record Palette(boolean coloured) {
    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return paint("\u001b[1m", text);
    }

    String faint(String text) {
        return paint("\u001b[2m", text);
    }

    String severity(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case ERROR -> "\u001b[1;31m";
                    case WARNING -> "\u001b[1;33m";
                    case INFORMATION -> "\u001b[1;36m";
                },
                text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? code + text + RESET : text;
    }
}
