package dev.groundplan.estimators;

import java.util.function.DoubleSupplier;

/**
 * What the passes of one replica add up to, in seconds.
 *
 * @param chunk tokens of prompts that are computed together
 */
record ReplicaTime(ServingSetup setup, PassTime pass, DoubleSupplier chunk) {
    /** With the constants of a calculation or of the catalogue. */
    static ReplicaTime of(ServingSetup setup, PassConstants constants) {
        return new ReplicaTime(setup, pass(setup, constants), constants.of("chunk"));
    }

    /** With the catalogue's constants at their likely values. */
    static ReplicaTime likely(ServingSetup setup, PriorSource priors) {
        return of(setup, PassConstants.likely(setup.engine(), priors));
    }

    private static PassTime pass(ServingSetup setup, PassConstants constants) {
        return switch (setup.engine()) {
            case EAGER -> new EagerPass(setup, constants);
            case NATIVE -> new NativePass(setup, constants);
            case COMPILED ->
                    ServingEngine.hosted(setup.engineWords())
                            ? hosted(setup, constants)
                            : new FusedPass(setup, constants);
            case SERVED, TUNED, KERNELS -> new FusedPass(setup, constants);
        };
    }

    /** Further tokens through kernels of its own, prompts through the framework around them. */
    private static PassTime hosted(ServingSetup setup, PassConstants constants) {
        PassTime prompts = new EagerPass(setup, constants.as(ServingEngine.EAGER));
        PassTime further = new FusedPass(setup, constants);
        return pass -> (pass.prompt() ? prompts : further).seconds(pass);
    }

    /** A further token of so many sequences of that length. */
    double further(double sequences, double context) {
        return cached(sequences, sequences * setup.cache(context));
    }

    /** The same where the bytes of their cache are known. */
    double cached(double sequences, double cache) {
        return pass.seconds(PassTime.Pass.further(sequences, cache));
    }

    /** The prompts of so many requests at once. */
    double prompts(double requests, double tokens) {
        return pass.seconds(PassTime.Pass.prompts(setup.model(), requests, Math.max(1, tokens)));
    }

    /** Of one prompt among others of its length that are computed with it. */
    double share(double requests, double tokens) {
        double together =
                Math.max(1, Math.min(requests, chunk.getAsDouble() / Math.max(1, tokens)));
        return prompts(together, tokens) / together;
    }

    /**
     * Tokens of answers a second with so many requests under way: while prompts are computed,
     * decoding waits.
     */
    double throughput(double requests, double input, double output) {
        double seconds =
                output * further(requests, input + output / 2) + requests * share(requests, input);
        return requests * output / seconds;
    }

    /** How many sequences of that length memory holds beside the weights. */
    double room(double context, PriorSource priors) {
        double devices = Math.max(1, setup.tensor());
        double usable = Likely.of(priors, "serving.memory.usable");
        double runtime = Likely.of(priors, "serving.memory.runtime");
        double free =
                devices * (setup.accelerator().memory().value() * usable - runtime)
                        - WeightSize.bytes(setup.model(), setup.weights(), priors);
        double copies = devices / setup.model().cacheParts(devices);
        return Math.max(0, free) / Math.max(1, setup.cache(context) * copies);
    }
}
