package dev.groundplan.estimators;

import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;

/**
 * Memory of all devices that a source measures while a batch is answered: weights, cache, the
 * widest values of the prompt, and what the engine takes for itself.
 */
public final class InferenceMemory {
    private InferenceMemory() {}

    /**
     * @param requests answered together
     * @param input tokens of a request
     * @param output tokens of an answer, or 0
     */
    public static Uncertain<Bytes> estimate(
            ServingSetup setup, Count requests, Tokens input, Tokens output, PriorSource priors) {
        ServingEngine engine = setup.engine();
        double devices = Math.max(1, setup.accelerators().value());
        double cache = requests.value() * setup.cache(input.value() + output.value());
        double held =
                requests.value()
                        * Math.max(1, input.value())
                        * setup.model().widest()
                        * Likely.of(priors, "memory.weight.bf16")
                        * Likely.of(priors, "serving.memory.prompt");
        String own =
                switch (engine) {
                    case KERNELS -> "kernels";
                    case COMPILED -> "compiled";
                    case EAGER, NATIVE, SERVED, TUNED -> "eager";
                };
        boolean converted =
                engine == ServingEngine.COMPILED
                        && setup.weights().body().value() >= 1
                        && setup.weights().body().value() < 2;
        double fixed =
                Likely.of(priors, "serving.memory." + own)
                        + (converted ? Likely.of(priors, "serving.memory.converted") : 0);
        double waste =
                engine == ServingEngine.KERNELS
                        ? Likely.of(priors, "serving.memory.kernels-cache")
                        : 1;
        double bytes =
                WeightSize.bytes(setup.model(), setup.weights(), priors)
                        + cache * waste
                        + devices * (held + fixed);
        return Residual.around(
                new Bytes(bytes), "serving.residual.memory", setup.guesses().value(), priors);
    }
}
