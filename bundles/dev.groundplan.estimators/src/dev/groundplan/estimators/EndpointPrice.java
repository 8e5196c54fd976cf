package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** What a hosted model takes for a request, as part of a calculation. */
final class EndpointPrice {
    static final String FORMULA = "m·(I·((1 − η)·p_i + η·p_c) + O·p_o)·(1 − d)/10⁶";

    private EndpointPrice() {}

    static boolean priced(EndpointSpec endpoint) {
        return endpoint.input().isPresent() && endpoint.output().isPresent();
    }

    /** In the project's currency; empty when that is not known. */
    static Optional<DoubleSupplier> request(
            Calculation c, EndpointSpec endpoint, RequestEstimation request, Facts facts) {
        Calculation.Term calls = c.result("m", request.calls());
        Calculation.Term input = c.result("I", request.input());
        Calculation.Term output = c.result("O", request.output());
        Calculation.Term cached = c.result("η", request.cached());
        Stated<Uncertain<PricePerMillionTokens>> plain = endpoint.input().orElseThrow();
        Calculation.Term inputPrice = c.range("p_i", "price of input", plain);
        Calculation.Term cachedPrice =
                endpoint.cachedInput()
                        .map(p -> c.range("p_c", "price of cached input", p))
                        .orElse(inputPrice);
        Calculation.Term outputPrice =
                c.range("p_o", "price of output", endpoint.output().orElseThrow());
        DoubleSupplier discount = discount(c, endpoint, facts);
        return Exchange.rate(c, facts.plan(), plain.value().likely().currency())
                .map(
                        exchange ->
                                () ->
                                        calls.value()
                                                * (input.value()
                                                                * ((1 - cached.value())
                                                                                * inputPrice.value()
                                                                        + cached.value()
                                                                                * cachedPrice
                                                                                        .value())
                                                        + output.value() * outputPrice.value())
                                                * (1 - discount.getAsDouble())
                                                / 1e6
                                                * exchange.getAsDouble());
    }

    /** At the likely prices, in their own currency, to compare endpoints of one currency. */
    static double likely(EndpointSpec endpoint, RequestEstimation request) {
        double input = request.input().value().likely().value();
        double cached = request.cached().value().likely().value();
        double plain = endpoint.input().orElseThrow().value().likely().value();
        double again = endpoint.cachedInput().map(p -> p.value().likely().value()).orElse(plain);
        return input * ((1 - cached) * plain + cached * again)
                + request.output().value().likely().value()
                        * endpoint.output().orElseThrow().value().likely().value();
    }

    /** Where nobody waits for an answer. */
    private static DoubleSupplier discount(Calculation c, EndpointSpec endpoint, Facts facts) {
        boolean waits =
                !facts.plan().scope().workloads().isEmpty()
                        && facts.plan().scope().workloads().stream().allMatch(Workload::batch);
        if (!waits || endpoint.batchDiscount().isEmpty()) {
            return () -> 0;
        }
        return c.exact(
                        "d",
                        "discount where nobody waits",
                        new Stated<>(endpoint.batchDiscount().get(), origin(endpoint)))
                ::value;
    }

    private static Origin origin(EndpointSpec endpoint) {
        return new Origin.FromCatalogue(endpoint.name(), endpoint.source(), endpoint.range());
    }
}
