package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import dev.groundplan.estimators.ProjectTotalsEstimation.RoleShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The prices of the catalogue that a project's costs rest on. */
final class NeededPrices {
    /** A price in words, and what it is in. */
    private record Price(String what, CurrencyCode currency) {}

    private NeededPrices() {}

    /** Those that cannot be counted in the project's currency, by their own, each in words. */
    static Map<CurrencyCode, List<String>> withoutExchange(Facts facts) {
        Plan plan = facts.plan();
        Map<CurrencyCode, List<String>> lost = new TreeMap<>();
        Stream.of(rates(facts), accelerators(facts), endpoints(plan))
                .flatMap(prices -> prices)
                .filter(price -> !price.currency().equals(plan.currency()))
                .filter(price -> plan.worth(price.currency(), plan.currency()).isEmpty())
                .forEach(
                        price ->
                                lost.computeIfAbsent(price.currency(), c -> new ArrayList<>())
                                        .add(price.what()));
        return lost;
    }

    /** Of the roles that do the work and whose cost is not known; all of a currency in one. */
    private static Stream<Price> rates(Facts facts) {
        Plan plan = facts.plan();
        Map<CurrencyCode, List<String>> roles = new TreeMap<>();
        facts.get(ProjectTotalsEstimation.class, plan).stream()
                .flatMap(totals -> totals.roles().stream())
                .filter(share -> share.cost().isEmpty())
                .map(RoleShare::role)
                .forEach(
                        role ->
                                currency(role, plan)
                                        .ifPresent(
                                                c ->
                                                        roles.computeIfAbsent(
                                                                        c, x -> new ArrayList<>())
                                                                .add(role)));
        return roles.entrySet().stream()
                .map(
                        known ->
                                new Price(
                                        (known.getValue().size() == 1
                                                        ? "the rate of "
                                                        : "the rates of ")
                                                + Wording.allOf(known.getValue()),
                                        known.getKey()));
    }

    private static Optional<CurrencyCode> currency(String role, Plan plan) {
        return plan.team()
                .role(role)
                .flatMap(Role::rate)
                .map(Stated::value)
                .or(
                        () ->
                                Optional.ofNullable(plan.catalogue().rates().get(role))
                                        .map(RoleRate::perDay))
                .map(rate -> rate.likely().currency());
    }

    private static Stream<Price> accelerators(Facts facts) {
        Plan plan = facts.plan();
        return Stream.concat(
                        plan.stages().stream().map(Stage::hardware),
                        plan.servings().stream().map(Serving::hardware))
                .flatMap(Optional::stream)
                .map(Hardware::accelerator)
                .distinct()
                .map(
                        accelerator ->
                                new Price(
                                        "the price of " + accelerator.name(),
                                        currency(accelerator, facts)));
    }

    /** An accelerator without a price has the usual one. */
    private static CurrencyCode currency(AcceleratorSpec accelerator, Facts facts) {
        return Optional.ofNullable(accelerator.prices().get(Purchase.ON_DEMAND))
                .map(Stated::value)
                .orElseGet(() -> facts.prior("cost.accelerator-hour", Dimension.PRICE_PER_HOUR))
                .likely()
                .currency();
    }

    private static Stream<Price> endpoints(Plan plan) {
        return plan.models().stream()
                .map(ModelChoice::model)
                .flatMap(Optional::stream)
                .map(Stated::value)
                .filter(EndpointSpec.class::isInstance)
                .map(EndpointSpec.class::cast)
                .distinct()
                .flatMap(
                        endpoint ->
                                Stream.of(endpoint.input(), endpoint.output())
                                        .flatMap(Optional::stream)
                                        .map(price -> price.value().likely().currency())
                                        .distinct()
                                        .map(
                                                currency ->
                                                        new Price(
                                                                "the prices of " + endpoint.name(),
                                                                currency)));
    }
}
