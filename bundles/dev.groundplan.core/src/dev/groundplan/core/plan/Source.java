package dev.groundplan.core.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a figure comes from.
 *
 * @param text an address or citation, or {@code unknown}
 * @param asOf the day on which the source was read or its figure held
 * @param layer the catalogue that says so
 */
public record Source(String text, Optional<LocalDate> asOf, Confidence confidence, Layer layer) {
    /** Nobody read a source for it. */
    public static final Source UNKNOWN =
            new Source("unknown", Optional.empty(), Confidence.RECALLED);

    /** Of what comes with the program. */
    public Source(String text, Optional<LocalDate> asOf, Confidence confidence) {
        this(text, asOf, confidence, Layer.BUILT_IN);
    }

    public boolean isUnknown() {
        return text.equals(UNKNOWN.text);
    }

    /**
     * For people: the citation, its date, and how well it is known; and the layer, where it is not
     * the built-in catalogue.
     */
    @Override
    public String toString() {
        String what = isUnknown() ? "source unknown" : text;
        return what
                + asOf.map(day -> ", as of " + day).orElse("")
                + " ("
                + confidence.word()
                + (layer == Layer.BUILT_IN ? "" : "; " + layer.phrase())
                + ")";
    }
}
