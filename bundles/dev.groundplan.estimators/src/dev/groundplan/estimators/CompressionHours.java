package dev.groundplan.estimators;

import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Accelerator-hours of making a model smaller: of quantising it once it is finished, and of
 * distilling it into a student. Few sources publish any; the ranges of the constants are wide.
 */
public final class CompressionHours {
    private static final double BILLION = 1e9;
    private static final double SECONDS_AN_HOUR = Time.hours(1).value();

    /** Parts of a pass that a student computes, forwards and backwards, and its teacher. */
    private static final double STUDENT = 6;

    private static final double TEACHER = 2;

    /** A teacher is usually about twice its student, as of DistilBERT. */
    private static final double USUAL_TEACHER = 2;

    private CompressionHours() {}

    /**
     * Quantising without training data of one's own: one pass over the layers that corrects errors
     * in closed form, or a short training of rotations or codebooks.
     *
     * @param learned whether rotations, scales or codebooks are trained
     */
    public static Uncertain<AcceleratorHours> quantising(
            Parameters size, boolean learned, PriorSource priors) {
        double billions = size.value() / BILLION;
        return priors.prior(learned ? "compress.learned" : "compress.one-pass")
                .value()
                .map(each -> new AcceleratorHours(each.value() * billions / SECONDS_AN_HOUR));
    }

    /**
     * A student that is trained on a teacher's outputs.
     *
     * @param student its shape, accelerators and framework
     * @param tokens trained on; without, as many a parameter as pre-training usually takes
     */
    public static Uncertain<AcceleratorHours> distilling(
            TrainingCase student,
            Optional<Parameters> teacher,
            Optional<Tokens> tokens,
            PriorSource priors) {
        double small = student.model().total().value();
        double large = teacher.map(Parameters::value).orElse(USUAL_TEACHER * small);
        double passes = 1 + TEACHER * large / (STUDENT * small);
        Uncertain<?> each = priors.prior("training.tokens-per-parameter").value();
        Uncertain<AcceleratorHours> likely =
                hours(student, tokens, each.likely().value(), passes, priors);
        return tokens.isPresent()
                ? likely
                : Uncertain.of(
                        hours(student, tokens, each.low().value(), passes, priors).low(),
                        likely.likely(),
                        hours(student, tokens, each.high().value(), passes, priors).high());
    }

    private static Uncertain<AcceleratorHours> hours(
            TrainingCase student,
            Optional<Tokens> tokens,
            double each,
            double passes,
            PriorSource priors) {
        Tokens data = tokens.orElse(new Tokens(each * student.model().total().value()));
        return new TrainingSpeed()
                .hours(student, data, priors)
                .map(hours -> new AcceleratorHours(hours.value() * passes));
    }
}
