package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How sure a gate can be with its examples, how many it would need, and what its judge costs. */
public final class EvaluationSize implements Estimator<Gate, GateEstimation> {
    private static final String NAME = EvaluationSize.class.getSimpleName();

    @Override
    public Class<Gate> subject() {
        return Gate.class;
    }

    @Override
    public Class<GateEstimation> estimation() {
        return GateEstimation.class;
    }

    @Override
    public Optional<GateEstimation> estimate(Gate gate, Facts facts) {
        List<Estimate<?>> all = new ArrayList<>();
        for (Measurement measurement : gate.measurements()) {
            Keys keys = new Keys("evaluation", gate.name(), measurement.metric());
            Optional<Stated<Uncertain<Count>>> examples =
                    measurement
                            .on()
                            .flatMap(Dataset::examples)
                            .filter(n -> n.value().low().value() >= 1);
            examples.flatMap(n -> doubt(measurement, keys, n)).ifPresent(all::add);
            needed(measurement, keys, facts).ifPresent(all::add);
            examples.flatMap(n -> judge(measurement, keys, n, facts)).ifPresent(all::add);
        }
        most(gate, all).ifPresent(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(new GateEstimation(all));
    }

    /** What the most demanding metric needs: a gate decides by all of them. */
    private static Optional<Estimate<Count>> most(Gate gate, List<Estimate<?>> all) {
        List<Estimate<?>> needed =
                all.stream().filter(e -> e.key().segments().getLast().equals("needed")).toList();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "n = max over the metrics");
        List<Calculation.Term> terms =
                needed.stream().map(e -> c.result(e.key().segments().get(2), e)).toList();
        return c.of(
                new Keys("evaluation", gate.name()).key("sample-size"),
                "Examples that " + gate.name() + " needs to tell now from its targets",
                Count::new,
                () -> terms.stream().mapToDouble(Calculation.Term::value).max().orElse(0));
    }

    private static Optional<Estimate<Ratio>> doubt(
            Measurement measurement, Keys keys, Stated<Uncertain<Count>> examples) {
        return measurement
                .target()
                .filter(EvaluationSize::share)
                .flatMap(
                        target -> {
                            Calculation c =
                                    new Calculation(
                                            NAME, "e = z·√(p·(1 − p)/n + z²/(4·n²)) / (1 + z²/n)");
                            Calculation.Term n = c.range("n", "examples", examples);
                            Calculation.Term p = c.exact("p", "target", target);
                            return c.note("z = 1.96: 95 % of the samples of this size lie so near")
                                    .of(
                                            keys.key("doubt"),
                                            "Doubt of "
                                                    + measurement.metric()
                                                    + " at the target, plus or minus",
                                            Ratio::new,
                                            () -> SampleSize.doubt(p.value(), n.value()));
                        });
    }

    private static Optional<Estimate<Count>> needed(
            Measurement measurement, Keys keys, Facts facts) {
        if (measurement.now().filter(EvaluationSize::share).isEmpty()
                || measurement.target().filter(EvaluationSize::share).isEmpty()
                || measurement.now().get().value().equals(measurement.target().get().value())) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "n = (z·√ψ + z'·√(ψ − δ²))² / δ², δ = target − now");
        Calculation.Term target = c.exact("target", "target", measurement.target().get());
        Calculation.Term now = c.exact("now", "score now", measurement.now().get());
        Calculation.Term psi = c.plainPrior("ψ", facts, "evaluation.discordant");
        return c.note("McNemar's test on the same examples, 5 % error, 80 % power")
                .of(
                        keys.key("needed"),
                        "Examples that show the step of " + measurement.metric() + " to its target",
                        Count::new,
                        () ->
                                Math.ceil(
                                        SampleSize.pairs(
                                                target.value() - now.value(), psi.value())));
    }

    private static boolean share(Stated<Ratio> ratio) {
        return ratio.value().value() >= 0 && ratio.value().value() <= 1;
    }

    private static Optional<Estimate<Money>> judge(
            Measurement measurement, Keys keys, Stated<Uncertain<Count>> examples, Facts facts) {
        Optional<RequestEstimation> request = facts.get(RequestEstimation.class, facts.plan());
        if (measurement.judge().isEmpty() || request.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "n·(I + O + r)·p/10⁶");
        Calculation.Term n = c.range("n", "examples", examples);
        Calculation.Term input = c.result("I", request.get().input());
        Calculation.Term output = c.result("O", request.get().output());
        Calculation.Term rubric = c.constant("r", facts, "evaluation.judge.rubric");
        Optional<EndpointSpec> endpoint =
                measurement
                        .judge()
                        .filter(EndpointSpec.class::isInstance)
                        .map(EndpointSpec.class::cast)
                        .filter(e -> e.input().isPresent());
        Calculation.Term price =
                endpoint.map(
                                e ->
                                        c.range(
                                                "p",
                                                "price of input at " + e.name(),
                                                e.input().orElseThrow()))
                        .orElseGet(() -> c.constant("p", facts, "evaluation.judge.price.open"));
        c.shown(
                Input.of(
                        "judge",
                        "model that judges",
                        measurement.judge().get().name(),
                        Origin.written(measurement.range())));
        return Exchange.rate(
                        c,
                        facts.plan(),
                        endpoint.flatMap(e -> e.input().map(p -> p.value().likely().currency()))
                                .orElse(CurrencyCode.USD))
                .flatMap(
                        x ->
                                c.note("of one pass; what the judge writes is not counted")
                                        .of(
                                                keys.key("judge", "cost"),
                                                "Cost of judging " + measurement.metric() + " once",
                                                amount -> Exchange.money(facts.plan(), amount),
                                                () ->
                                                        n.value()
                                                                * (input.value()
                                                                        + output.value()
                                                                        + rubric.value())
                                                                * price.value()
                                                                / 1e6
                                                                * x.getAsDouble()));
    }
}
