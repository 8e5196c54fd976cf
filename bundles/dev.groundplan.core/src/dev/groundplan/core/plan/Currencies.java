package dev.groundplan.core.plan;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the currencies of a project turn into each other. */
public final class Currencies {
    /** No unit of a currency is worth more of another than this. */
    private static final double MOST = 1e12;

    private Currencies() {}

    /**
     * What one unit of a currency is worth in another, by the rates that are given: one of them,
     * its reciprocal, or the fewest in a row.
     *
     * @return empty when no rates lead from the one to the other
     */
    public static Optional<Stated<Uncertain<Ratio>>> worth(
            List<ExchangeRate> rates, CurrencyCode from, CurrencyCode to) {
        Map<CurrencyCode, Stated<Uncertain<Ratio>>> reached = new HashMap<>();
        Deque<CurrencyCode> waiting = new ArrayDeque<>();
        reached.put(from, Stated.assumed(one(), "one currency", Source.UNKNOWN));
        waiting.add(from);
        while (!waiting.isEmpty() && !reached.containsKey(to)) {
            CurrencyCode at = waiting.remove();
            for (ExchangeRate rate : rates) {
                step(rate, at, at.equals(from) ? Optional.empty() : Optional.of(reached.get(at)))
                        .filter(next -> !reached.containsKey(next.into()))
                        .ifPresent(
                                next -> {
                                    reached.put(next.into(), next.worth());
                                    waiting.add(next.into());
                                });
            }
        }
        return Optional.ofNullable(reached.get(to));
    }

    private record Step(CurrencyCode into, Stated<Uncertain<Ratio>> worth) {}

    private static Optional<Step> step(
            ExchangeRate rate, CurrencyCode at, Optional<Stated<Uncertain<Ratio>>> before) {
        CurrencyCode priced = rate.worth().value().likely().currency();
        Uncertain<Ratio> ratio = rate.worth().value().map(money -> new Ratio(money.value()));
        boolean forth = rate.currency().equals(at);
        if (forth == priced.equals(at) || !isRate(ratio)) {
            return Optional.empty();
        }
        Uncertain<Ratio> factor = forth ? ratio : ratio.map(r -> new Ratio(1 / r.value()));
        Uncertain<Ratio> worth =
                before.map(
                                b ->
                                        Uncertain.<Ratio, Ratio, Ratio>combine(
                                                b.value(), factor, (x, y) -> x.times(y.value())))
                        .orElse(factor);
        Stated<Uncertain<Ratio>> stated = new Stated<>(worth, rate.worth().origin());
        return Optional.of(new Step(forth ? priced : rate.currency(), stated));
    }

    /** Currencies differ by a few powers of ten; what lies far beyond is no rate to reckon with. */
    private static boolean isRate(Uncertain<Ratio> ratio) {
        return ratio.low().value() >= 1 / MOST && ratio.high().value() <= MOST;
    }

    private static Uncertain<Ratio> one() {
        return Uncertain.exactly(new Ratio(1));
    }
}
