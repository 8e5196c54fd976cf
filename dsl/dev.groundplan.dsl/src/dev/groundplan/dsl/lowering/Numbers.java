package dev.groundplan.dsl.lowering;

import dev.groundplan.dsl.model.Scaled;
import java.util.OptionalDouble;

/** Numbers as written, with their scale letters applied. */
final class Numbers {
    private Numbers() {}

    /** The factor of the attached scale letter, one when there is none. */
    static double scale(Scaled spelled) {
        return switch (spelled.scale()) {
            case "k" -> 1e3;
            case "M" -> 1e6;
            case "B" -> 1e9;
            case "T" -> 1e12;
            default -> 1;
        };
    }

    /**
     * The number with its own scale, or else the one that the range's last number has.
     *
     * @return empty when it is no number or not finite
     */
    static OptionalDouble read(Scaled spelled, double inheritedScale) {
        try {
            double scale = spelled.scale().isEmpty() ? inheritedScale : scale(spelled);
            double value = spelled.number().doubleValue() * scale;
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
