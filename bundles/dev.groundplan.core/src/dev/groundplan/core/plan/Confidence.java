package dev.groundplan.core.plan;

import java.util.Locale;

/** How well a figure's source is known. */
public enum Confidence {
    /** The source itself was read and says so. */
    VERIFIED,
    /** A page that quotes the source was read. */
    QUOTED,
    /** From memory or judgement; nobody read a source. */
    RECALLED;

    /** The word of the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
