package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.PricePerItem;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A deployment against an endpoint.
 *
 * @param keys under which the results stand
 */
record BreakEvenFormula(Serving serving, EndpointSpec endpoint, Load load, Keys keys, Facts facts) {
    private static final String NAME = BreakEven.class.getSimpleName();
    private static final double HOURS = Time.months(1).hours();
    private static final double SECONDS = Time.months(1).value();

    Optional<BreakEvenEstimation> estimate() {
        Optional<ServingMemoryEstimation> memory =
                facts.get(ServingMemoryEstimation.class, serving);
        Optional<Estimate<RequestRate>> each = perReplica();
        Optional<Estimate<PricePerItem>> request = request();
        if (memory.isEmpty() || each.isEmpty() || request.isEmpty()) {
            return Optional.empty();
        }
        Count devices = memory.get().accelerators();
        return millionTokens(request.get())
                .flatMap(
                        tokens ->
                                rate(devices, request.get())
                                        .flatMap(
                                                rate ->
                                                        fullLoad(devices, request.get(), each.get())
                                                                .map(
                                                                        full ->
                                                                                new BreakEvenEstimation(
                                                                                        request
                                                                                                .get(),
                                                                                        tokens,
                                                                                        rate,
                                                                                        full))));
    }

    private Optional<Estimate<PricePerItem>> request() {
        Calculation c = new Calculation(NAME, "q = " + EndpointPrice.FORMULA);
        return EndpointPrice.request(c, endpoint, load.request(), facts)
                .flatMap(
                        cost ->
                                c.of(
                                        keys.key("break-even", "endpoint-request"),
                                        "Cost of a request at " + endpoint.name(),
                                        amount ->
                                                new PricePerItem(
                                                        Exchange.money(facts.plan(), amount)),
                                        cost));
    }

    private Optional<Estimate<PricePerMillionTokens>> millionTokens(
            Estimate<PricePerItem> request) {
        Calculation c = new Calculation(NAME, "q / (m·O) · 10⁶");
        Calculation.Term q = c.result("q", request);
        Calculation.Term calls = c.result("m", load.request().calls());
        Calculation.Term output = c.result("O", load.request().output());
        return c.of(
                keys.key("break-even", "endpoint-million-tokens"),
                "Cost of a million output tokens at " + endpoint.name(),
                amount -> new PricePerMillionTokens(Exchange.money(facts.plan(), amount)),
                () -> q.value() / (calls.value() * output.value()) * 1e6);
    }

    /** Calls a second that a replica answers, within the service levels where there are any. */
    private Optional<Estimate<RequestRate>> perReplica() {
        Optional<Estimate<RequestRate>> within =
                facts.get(ServingCapacityEstimation.class, serving)
                        .flatMap(ServingCapacityEstimation::rate);
        return within.or(
                () ->
                        facts.get(ServingPerformanceEstimation.class, serving)
                                .flatMap(this::byThroughput));
    }

    private Optional<Estimate<RequestRate>> byThroughput(ServingPerformanceEstimation performance) {
        Calculation c = new Calculation(NAME, "Λ = X·δ/O");
        Calculation.Term x = c.result("X", performance.throughput());
        Calculation.Term output = c.result("O", load.request().output());
        Calculation.Term derate = c.plainPrior("δ", facts, "serving.service-derate");
        return c.of(
                keys.key("break-even", "calls-per-replica"),
                "Calls a second that a replica answers",
                RequestRate::new,
                () -> x.value() * derate.value() / output.value());
    }

    private Optional<Estimate<RequestRate>> rate(Count devices, Estimate<PricePerItem> request) {
        Calculation c = new Calculation(NAME, "λ* = R₀·t·730 h·price·(1 + o) / (active·730 h·q)");
        Calculation.Term least = c.exact("R₀", "fewest replicas", fewest());
        Optional<DoubleSupplier> device = device(c, devices);
        Calculation.Term active =
                c.exact("active", "share of the day with requests", load.active());
        Calculation.Term q = c.result("q", request);
        return device.flatMap(
                month ->
                        c.note("whether the answers are as good is not compared")
                                .of(
                                        keys.key("break-even", "rate"),
                                        "Usual load above which self-hosting is cheaper than "
                                                + endpoint.name(),
                                        RequestRate::new,
                                        () ->
                                                least.value()
                                                        * month.getAsDouble()
                                                        / (active.value() * SECONDS * q.value())));
    }

    private Optional<Estimate<Ratio>> fullLoad(
            Count devices, Estimate<PricePerItem> request, Estimate<RequestRate> perReplica) {
        Calculation c =
                new Calculation(
                        NAME,
                        "π·m/Λ·t·730 h·price·(1 + o) / (active·730 h·q), π = peak over usual");
        Calculation.Term each = c.result("Λ", perReplica);
        Calculation.Term calls = c.result("m", load.request().calls());
        double usual = load.usual().value().likely().value();
        Calculation.Term over =
                c.exact(
                        "π",
                        "peak over usual requests",
                        new Stated<>(
                                new Count(
                                        usual > 0
                                                ? load.peak().value().likely().value() / usual
                                                : 1),
                                load.peak().origin()));
        Optional<DoubleSupplier> device = device(c, devices);
        Calculation.Term active =
                c.exact("active", "share of the day with requests", load.active());
        Calculation.Term q = c.result("q", request);
        return device.flatMap(
                month ->
                        c.note("above 1, self-hosting is dearer at every load")
                                .of(
                                        keys.key("break-even", "full-load"),
                                        "Cost of a request on replicas that the peak fills, over "
                                                + endpoint.name(),
                                        Ratio::new,
                                        () ->
                                                over.value()
                                                        * calls.value()
                                                        / each.value()
                                                        * month.getAsDouble()
                                                        / (active.value() * SECONDS * q.value())));
    }

    /** A month of one replica, in the project's currency. */
    private Optional<DoubleSupplier> device(Calculation c, Count devices) {
        Hardware hardware = serving.hardware().orElseThrow();
        Optional<DoubleSupplier> price =
                PurchasePrice.of(c, hardware.accelerator(), serving.purchase(), facts);
        Calculation.Term t =
                c.exact(
                        "t",
                        "accelerators of a replica",
                        new Stated<>(devices, Origin.written(serving.range())));
        Calculation.Term operations = c.plainPrior("o", facts, "cost.operations");
        return price.map(p -> () -> t.value() * HOURS * p.getAsDouble() * (1 + operations.value()));
    }

    private Stated<Count> fewest() {
        return serving.replicas()
                .map(b -> b.map(Bounds::least))
                .filter(n -> n.value().value() >= 1)
                .orElseGet(
                        () ->
                                Stated.assumed(
                                        Count.of(1),
                                        "one replica, for the deployment says no other",
                                        Source.UNKNOWN));
    }
}
