package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The model of the same loss that takes the least computing when service counts too. */
record ServedScaling(Keys keys, double parameters, double tokens, Facts facts) {
    private static final String NAME = TrainingFeasibility.class.getSimpleName();

    List<Estimate<?>> estimates() {
        if (facts.get(RequestEstimation.class, facts.plan()).isEmpty()) {
            return List.of();
        }
        return Stream.of(parametersOfLeast(), tokensOfLeast())
                .<Estimate<?>>flatMap(Optional::stream)
                .toList();
    }

    private Optional<Estimate<Parameters>> parametersOfLeast() {
        Calculation c = calculation();
        Served served = served(c);
        return c.of(
                keys.key("scaling", "served", "parameters"),
                "Parameters of the same loss that are best when service counts too",
                Parameters::new,
                () -> served.best().parameters());
    }

    private Optional<Estimate<Tokens>> tokensOfLeast() {
        Calculation c = calculation();
        Served served = served(c);
        return c.of(
                keys.key("scaling", "served", "tokens"),
                "Tokens to train those on",
                Tokens::new,
                () -> served.best().tokens());
    }

    private static Calculation calculation() {
        return new Calculation(NAME, "least 6·N·D + 2·N·D_served with L(N, D) = L");
    }

    /** The terms of the tokens that pass in service. */
    private record Served(
            ScalingLaw law,
            double loss,
            double seconds,
            Calculation.Term rate,
            Calculation.Term active,
            Calculation.Term calls,
            Calculation.Term input,
            Calculation.Term output) {
        ScalingLaw.Size best() {
            double tokens =
                    rate.value()
                            * active.value()
                            * seconds
                            * calls.value()
                            * (input.value() + output.value());
            return law.cheapest(loss, Math.max(0, tokens), 1);
        }
    }

    private Served served(Calculation c) {
        Load load = Load.of(facts, facts.plan().model());
        Stated<Time> horizon = Horizon.of(facts);
        ScalingLaw law = ScalingLaw.of(facts::prior);
        c.shown(Input.of("H", "time in service", horizon));
        return new Served(
                law,
                law.loss(parameters, tokens),
                horizon.value().value(),
                c.range("λ", "requests at a usual hour", load.usual()),
                c.exact("active", "share of the day with requests", load.active()),
                c.result("m", load.request().calls()),
                c.result("I", load.request().input()),
                c.result("O", load.request().output()));
    }
}
