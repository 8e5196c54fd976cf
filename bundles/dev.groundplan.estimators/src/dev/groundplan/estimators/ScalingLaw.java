package dev.groundplan.estimators;

/**
 * Loss of a model by its parameters and tokens, E + A/N^α + B/D^β, and what is best by it. In nats
 * a token, FLOP, parameters and tokens.
 */
record ScalingLaw(double e, double a, double b, double alpha, double beta) {
    private static final double FLOP_A_TOKEN = 6;
    private static final double FLOP_A_TOKEN_SERVED = 2;

    /** Narrows a span of parameters to well below a thousandth. */
    private static final int STEPS = 60;

    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    /** A model and what it is trained on. */
    record Size(double parameters, double tokens) {}

    /** With the catalogue's constants. */
    static ScalingLaw of(PriorSource priors) {
        return new ScalingLaw(
                Likely.of(priors, "scaling.irreducible"),
                Likely.of(priors, "scaling.parameters"),
                Likely.of(priors, "scaling.tokens"),
                Likely.of(priors, "scaling.parameters-exponent"),
                Likely.of(priors, "scaling.tokens-exponent"));
    }

    double loss(double parameters, double tokens) {
        return e + a / StrictMath.pow(parameters, alpha) + b / StrictMath.pow(tokens, beta);
    }

    /** The least loss that so much computing can reach, in closed form. */
    Size optimal(double flop) {
        double product = flop / FLOP_A_TOKEN;
        double g = StrictMath.pow(alpha * a / (beta * b), 1 / (alpha + beta));
        double parameters = g * StrictMath.pow(product, beta / (alpha + beta));
        return new Size(parameters, product / parameters);
    }

    /** The tokens of the computing for which a model of that size is best. */
    double optimalTokens(double parameters) {
        double g = StrictMath.pow(alpha * a / (beta * b), 1 / (alpha + beta));
        return StrictMath.pow(parameters / g, (alpha + beta) / beta) / parameters;
    }

    /**
     * The tokens that a model of that size needs for that loss; infinite when it never gets there.
     */
    double tokens(double parameters, double loss) {
        double left = loss - e - a / StrictMath.pow(parameters, alpha);
        return left <= 0 ? Double.POSITIVE_INFINITY : StrictMath.pow(b / left, 1 / beta);
    }

    /**
     * The model of that loss that takes the least computing in training and service together: a
     * smaller one on more tokens, the more is served.
     *
     * @param served tokens that pass through it in service
     * @param weight of a FLOP of service over one of training
     */
    Size cheapest(double loss, double served, double weight) {
        double least = StrictMath.pow(a / (loss - e), 1 / alpha);
        double low = StrictMath.log(least * 1.0001);
        double high = StrictMath.log(least * 1e4);
        for (int i = 0; i < STEPS; i++) {
            double third = high - GOLDEN * (high - low);
            double other = low + GOLDEN * (high - low);
            if (whole(third, loss, served, weight) < whole(other, loss, served, weight)) {
                high = other;
            } else {
                low = third;
            }
        }
        double parameters = StrictMath.exp((low + high) / 2);
        return new Size(parameters, tokens(parameters, loss));
    }

    private double whole(double logarithm, double loss, double served, double weight) {
        double n = StrictMath.exp(logarithm);
        return n * (FLOP_A_TOKEN * tokens(n, loss) + FLOP_A_TOKEN_SERVED * weight * served);
    }

    /**
     * New tokens that are worth as much as these, of which some are read again and again.
     *
     * @param halfLife passes after which another is worth 1/e of a first
     */
    static double worth(double tokens, double unique, double halfLife) {
        double again = Math.max(0, tokens / unique - 1);
        return tokens <= unique
                ? tokens
                : unique * (1 + halfLife * (1 - StrictMath.exp(-again / halfLife)));
    }
}
