package dev.groundplan.core.plan;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the currencies of a project turn into each other. */
public final class Currencies {
    /** No unit of a currency is worth more of another than this. */
    private static final double MOST = 1e12;

    private Currencies() {}

    /**
     * What one unit of a currency is worth in another on a day, by the rates that hold then: one of
     * them, its reciprocal, or the fewest in a row.
     *
     * @return empty when no rates lead from the one to the other
     */
    public static Optional<Stated<Uncertain<Ratio>>> worth(
            List<ExchangeRate> rates, LocalDate day, CurrencyCode from, CurrencyCode to) {
        return worth(holding(rates, day), from, to);
    }

    /**
     * From when on there is a way from one currency to another; empty when no rates ever lead
     * there, or they have from the beginning.
     */
    public static Optional<LocalDate> since(
            List<ExchangeRate> rates, CurrencyCode from, CurrencyCode to) {
        return rates.stream()
                .flatMap(rate -> rate.from().stream())
                .sorted()
                .distinct()
                .filter(day -> worth(rates, day, from, to).isPresent())
                .findFirst()
                .filter(day -> worth(rates, LocalDate.MIN, from, to).isEmpty());
    }

    /** Of the rates between two currencies that have come by a day, the last. */
    private static List<ExchangeRate> holding(List<ExchangeRate> rates, LocalDate day) {
        Map<Set<CurrencyCode>, ExchangeRate> last = new LinkedHashMap<>();
        for (ExchangeRate rate : rates) {
            LocalDate first = first(rate);
            if (!first.isAfter(day)) {
                last.merge(
                        pair(rate),
                        rate,
                        (one, other) -> first(other).isAfter(first(one)) ? other : one);
            }
        }
        return List.copyOf(last.values());
    }

    private static LocalDate first(ExchangeRate rate) {
        return rate.from().orElse(LocalDate.MIN);
    }

    /** A rate serves in both directions. */
    public static Set<CurrencyCode> pair(ExchangeRate rate) {
        return Set.copyOf(List.of(rate.currency(), rate.worth().value().likely().currency()));
    }

    private static Optional<Stated<Uncertain<Ratio>>> worth(
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
        if (forth == priced.equals(at) || !isPossible(rate)) {
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
    public static boolean isPossible(ExchangeRate rate) {
        Uncertain<Money> ratio = rate.worth().value();
        return ratio.low().value() >= 1 / MOST && ratio.high().value() <= MOST;
    }

    private static Uncertain<Ratio> one() {
        return Uncertain.exactly(new Ratio(1));
    }
}
