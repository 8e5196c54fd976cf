package dev.groundplan.estimators;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * A model on a machine.
 *
 * @param cacheValue bytes of a cached key or value
 * @param accelerators how many in all
 * @param split over how many a layer is split; empty when the source does not say
 * @param engineWords the software, in the words of the source or the plan
 * @param guesses how much of the above is a guess, since the source's words were not known: 0 when
 *     nothing is
 */
public record ServingSetup(
        ServedModel model,
        WeightFormat weights,
        Bytes cacheValue,
        AcceleratorSpec accelerator,
        Count accelerators,
        Optional<Count> split,
        String engineWords,
        Count guesses) {
    /** Where the datasheet has no peak in the arithmetic of the weights, the next wider. */
    private static final List<Precision> WIDER =
            List.of(Precision.FP4, Precision.FP8, Precision.INT8, Precision.BF16, Precision.FP16);

    /** Of a sheet without any peak; judgement, about what accelerators with stacked memory have. */
    private static final double OPERATIONS_A_BYTE = 150;

    ServingEngine engine() {
        return ServingEngine.of(engineWords);
    }

    /** Over how many devices layers are split, when the engine may choose it. */
    double tensor() {
        return split.map(Count::value).orElseGet(() -> alternates() ? 1.0 : accelerators.value());
    }

    /** Whether devices hold layers in turn, so that one works while the others wait. */
    boolean alternates() {
        ServingEngine engine = engine();
        return engine == ServingEngine.NATIVE
                || engine == ServingEngine.COMPILED
                || engine == ServingEngine.EAGER && accelerators.value() < 4;
    }

    /** The same, layers split over so many devices. */
    ServingSetup splitOver(double devices) {
        return new ServingSetup(
                model,
                weights,
                cacheValue,
                accelerator,
                accelerators,
                Optional.of(new Count(devices)),
                engineWords,
                guesses);
    }

    /** Dense peak in that arithmetic, FLOP/s, or in the next wider that the device has. */
    static double peak(AcceleratorSpec accelerator, Precision arithmetic) {
        int from = arithmetic == Precision.FP32 ? WIDER.size() : WIDER.indexOf(arithmetic);
        return WIDER.subList(Math.max(0, from), WIDER.size()).stream()
                .filter(p -> p != Precision.INT8 || arithmetic == Precision.INT8)
                .map(accelerator.peaks()::get)
                .filter(p -> p != null && p.value() > 0)
                .findFirst()
                .or(
                        () ->
                                Optional.ofNullable(accelerator.peaks().get(Precision.FP32))
                                        .or(
                                                () ->
                                                        accelerator.peaks().values().stream()
                                                                .findFirst()))
                .map(FlopPerSecond::value)
                .filter(peak -> peak > 0)
                .orElseGet(() -> accelerator.bandwidth().value() * OPERATIONS_A_BYTE);
    }

    double wide() {
        return peak(accelerator, Precision.BF16);
    }

    /** Share of its dense 16-bit peak that the best matrix multiplication reached. */
    Optional<Double> reached() {
        return accelerator.achievable().map(a -> a.value() / wide());
    }

    /**
     * Graphics cards state half of the rate that they reach when they add in 16 bits; eight bits
     * give it away.
     */
    boolean halved() {
        FlopPerSecond eight = accelerator.peaks().get(Precision.INT8);
        return eight != null && eight.value() > 3 * wide();
    }

    /** Bytes of weights that a pass reads. */
    double read(double tokens, double body) {
        return model.readBody(tokens) * body + model.head() * weights.tables().value();
    }

    /** Bytes of cache of one sequence of that length. */
    double cache(double tokens) {
        return KvCacheFormula.of(model.architecture(), cacheValue, new Tokens(tokens)).value();
    }
}
