package dev.groundplan.estimators;

/** The median of a constant of the catalogue, in its base unit. */
final class Likely {
    private Likely() {}

    static double of(PriorSource priors, String name) {
        return priors.prior(name).value().likely().value();
    }
}
