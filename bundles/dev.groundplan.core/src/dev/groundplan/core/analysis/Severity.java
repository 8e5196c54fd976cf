package dev.groundplan.core.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a finding matters. */
public enum Severity {
    INFORMATION,
    WARNING,
    ERROR;

    /** The word in every output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }
}
