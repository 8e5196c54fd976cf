package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Retrieval;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.PricePerMonth;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Comparator;
import java.util.Optional;

/** What embedding so many tokens takes and costs. */
record RetrievalEmbedding(Retrieval retrieval, Facts facts, Estimate<Tokens> tokens) {
    private static final String NAME = RetrievalIndex.NAME;
    private static final double MONTH = Time.months(1).value();

    RetrievalEstimation with(Estimate<Count> chunks, Estimate<Bytes> memory) {
        Optional<AcceleratorSpec> device = Embeddings.accelerator(facts);
        Optional<Estimate<Time>> hours =
                endpoint().isPresent() ? Optional.empty() : device.flatMap(this::hours);
        Optional<Estimate<Money>> cost =
                endpoint()
                        .map(this::bought)
                        .orElseGet(() -> hours.flatMap(h -> rented(h, device.orElseThrow())));
        return new RetrievalEstimation(
                chunks, tokens, hours, cost, memory, cost.flatMap(this::refresh));
    }

    private Optional<EndpointSpec> endpoint() {
        return retrieval
                .embedding()
                .filter(EndpointSpec.class::isInstance)
                .map(EndpointSpec.class::cast)
                .filter(e -> e.input().isPresent());
    }

    private Optional<Estimate<Time>> hours(AcceleratorSpec device) {
        Optional<Stated<FlopPerSecond>> peak = Accelerators.peak(device);
        if (peak.isEmpty()) {
            return Optional.empty();
        }
        Calculation c = new Calculation(NAME, "2·N·D / (P·e)");
        Calculation.Term d = c.result("D", tokens);
        Calculation.Term n =
                Embeddings.model(retrieval)
                        .flatMap(model -> ParameterCount.of(model, facts))
                        .map(size -> c.result("N", size.active()))
                        .orElseGet(() -> c.constant("N", facts, "retrieval.embedding-parameters"));
        Calculation.Term p = c.exact("P", "dense 16-bit peak of " + device.name(), peak.get());
        Calculation.Term e = c.plainPrior("e", facts, "retrieval.embedding-utilisation");
        return c.of(
                RetrievalIndex.keys(retrieval).key("embedding-time"),
                "Time of one accelerator to embed the corpus",
                Time::new,
                () -> 2 * n.value() * d.value() / (p.value() * e.value()));
    }

    private Optional<Estimate<Money>> rented(Estimate<Time> hours, AcceleratorSpec device) {
        Stated<Uncertain<PricePerHour>> price = Accelerators.price(device, facts);
        Calculation c = new Calculation(NAME, "time·price");
        Calculation.Term t = c.result("time", hours);
        Calculation.Term p = c.range("price", "price on demand of " + device.name(), price);
        return Exchange.rate(c, facts.plan(), price.value().likely().currency())
                .flatMap(
                        x ->
                                c.of(
                                        RetrievalIndex.keys(retrieval).key("embedding-cost"),
                                        "Cost of embedding the corpus once",
                                        amount -> Exchange.money(facts.plan(), amount),
                                        () -> t.value() / 3600 * p.value() * x.getAsDouble()));
    }

    private Optional<Estimate<Money>> bought(EndpointSpec endpoint) {
        Calculation c = new Calculation(NAME, "D·p/10⁶");
        Calculation.Term d = c.result("D", tokens);
        Calculation.Term p =
                c.range(
                        "p",
                        "price of input at " + endpoint.name(),
                        endpoint.input().orElseThrow());
        return Exchange.rate(
                        c, facts.plan(), endpoint.input().orElseThrow().value().likely().currency())
                .flatMap(
                        x ->
                                c.of(
                                        RetrievalIndex.keys(retrieval).key("embedding-cost"),
                                        "Cost of embedding the corpus once",
                                        amount -> Exchange.money(facts.plan(), amount),
                                        () -> d.value() * p.value() / 1e6 * x.getAsDouble()));
    }

    private Optional<Estimate<PricePerMonth>> refresh(Estimate<Money> once) {
        Optional<Stated<Time>> often =
                retrieval.corpus().stream()
                        .map(Dataset::refresh)
                        .flatMap(Optional::stream)
                        .filter(t -> t.value().value() > 0)
                        .min(Comparator.comparing(Stated::value));
        return often.flatMap(
                period -> {
                    Calculation c = new Calculation(NAME, "cost·s·month/r");
                    Calculation.Term cost = c.result("cost", once);
                    Calculation.Term changed = c.plainPrior("s", facts, "retrieval.changed");
                    c.shown(Input.of("r", "time between two refreshes", period));
                    return c.of(
                            RetrievalIndex.keys(retrieval).key("refresh", "month"),
                            "Cost a month of keeping the index fresh",
                            amount -> new PricePerMonth(Exchange.money(facts.plan(), amount)),
                            () -> cost.value() * changed.value() * MONTH / period.value().value());
                });
    }
}
