package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Currencies;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.units.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An amount in a currency that the project gives no exchange for: one that the file writes, or a
 * price of the catalogue that the figures need.
 */
public final class MixedCurrency implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<Misreading.MixedCurrency> written =
                Misreadings.of(facts, Misreading.MixedCurrency.class).toList();
        Set<CurrencyCode> told =
                written.stream().map(Misreading.MixedCurrency::written).collect(Collectors.toSet());
        return Stream.concat(
                written.stream().map(this::finding),
                NeededPrices.withoutExchange(facts).entrySet().stream()
                        .filter(prices -> !told.contains(prices.getKey()))
                        .map(prices -> finding(prices.getKey(), prices.getValue(), facts.plan())));
    }

    private Finding finding(Misreading.MixedCurrency mixed) {
        return finding(
                mixed.range(),
                mixed.owner(),
                Message.of(
                        name(),
                        mixed.since().isPresent()
                                ? "`{property}` is in {written}, and what that is worth in"
                                        + " {currency} is said from {since} on only: a plan counts"
                                        + " with the rates of the day on which it starts, {day}."
                                        + " Write the one of that day too: `exchange {written} …"
                                        + " {currency}`."
                                : "`{property}` is in {written}, and nothing says what that is"
                                        + " worth in {currency}: write `exchange {written} …"
                                        + " {currency}` in the project.",
                        "property",
                        mixed.property(),
                        "written",
                        mixed.written().code(),
                        "currency",
                        mixed.currency().code(),
                        "since",
                        mixed.since().map(LocalDate::toString).orElse(""),
                        "day",
                        mixed.day().toString()),
                List.of());
    }

    /** One for all prices of a currency, where the project's currency is decided. */
    private Finding finding(CurrencyCode written, List<String> prices, Plan plan) {
        Optional<LocalDate> since = Currencies.since(plan.exchange(), written, plan.currency());
        return finding(
                plan.range(),
                plan.id(),
                Message.of(
                        name() + ".catalogue",
                        "The project counts in {currency}, and in {written} are {prices}: nothing"
                                + " says what that is worth{late}, and what rests on it has no"
                                + " cost. Write `exchange {written} … {currency}` in the project.",
                        "currency",
                        plan.currency().code(),
                        "prices",
                        Wording.allOf(prices),
                        "written",
                        written.code(),
                        "late",
                        since.map(day -> " on " + plan.firstDay() + ", before " + day).orElse("")),
                List.of());
    }
}
