package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Currencies;
import dev.groundplan.core.plan.ExchangeRate;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.Exchange;
import dev.groundplan.dsl.model.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Checks that every amount of money of a project can be counted in the project's currency. */
final class MoneyChecks {
    /** How the model calls an amount that no word of its own stands before. */
    private static final String VALUE = "value";

    private final Plan plan;
    private final Locations locations;

    /** Currencies whose rate is a finding already. */
    private final Set<CurrencyCode> told = new HashSet<>();

    private final List<Misreading> found = new ArrayList<>();

    private MoneyChecks(Plan plan, Locations locations) {
        this.plan = plan;
        this.locations = locations;
    }

    /**
     * @param project as it is written
     * @param plan what it means
     */
    static List<Misreading> of(Block project, Plan plan, Locations locations) {
        MoneyChecks checks = new MoneyChecks(plan, locations);
        checks.code(project, "currency");
        List<Block> rates = project.children("Exchange");
        rates.forEach(rate -> checks.code(rate, "currency"));
        checks.rates(rates);
        checks.amounts(project.object());
        return checks.found;
    }

    /**
     * What cannot be counted only because a scenario starts on another day than the project.
     *
     * @param project as it is written
     * @param scenario what it means as the scenario has it
     */
    static List<Misreading> of(Block project, Plan plan, Plan scenario, Locations locations) {
        if (plan.firstDay().equals(scenario.firstDay())
                || plan.exchange().stream().allMatch(rate -> rate.from().isEmpty())) {
            return List.of();
        }
        MoneyChecks checks = new MoneyChecks(scenario, locations);
        checks.amounts(project.object());
        Set<SourceRange> before = new HashSet<>();
        of(project, plan, locations).forEach(misreading -> before.add(misreading.range()));
        checks.found.removeIf(misreading -> before.contains(misreading.range()));
        return checks.found;
    }

    private void code(Block block, String property) {
        block.text(property)
                .filter(code -> CurrencyCode.read(code).isEmpty())
                .ifPresent(
                        code ->
                                impossible(
                                        block,
                                        property,
                                        property,
                                        "it is no currency code of ISO 4217 such as USD"));
    }

    /**
     * @param word what the reader knows the property by
     */
    private void impossible(Block block, String property, String word, String reason) {
        found.add(
                new Misreading.ImpossibleValue(
                        block.rangeOf(property),
                        block.id(),
                        word,
                        block.written(property),
                        reason));
    }

    private void rates(List<Block> blocks) {
        Map<List<?>, SourceRange> first = new HashMap<>();
        for (Block block : blocks) {
            Optional<ExchangeRate> read = MoneyLowering.rate(block);
            if (read.isEmpty()) {
                continue;
            }
            ExchangeRate rate = read.get();
            if (Currencies.pair(rate).size() == 1) {
                impossible(
                        block,
                        VALUE,
                        block.keyword(),
                        "a currency is worth one of itself; name another, such as `exchange EUR"
                                + " 1.08 USD`");
            } else if (!Currencies.isPossible(rate)) {
                told.addAll(Currencies.pair(rate));
                impossible(
                        block,
                        VALUE,
                        block.keyword(),
                        "one unit of a currency is worth some of another, neither nothing nor"
                                + " 10¹² of it, such as `exchange EUR 1.08 USD`");
            }
            String since = Prices.since(rate.from());
            SourceRange before =
                    first.putIfAbsent(List.of(Currencies.pair(rate), rate.from()), block.range());
            if (before != null) {
                found.add(
                        new Misreading.Duplicate(
                                block.range(),
                                block.id(),
                                block.keyword() + " " + rate.currency() + since,
                                before));
            }
        }
    }

    private void amounts(EObject project) {
        for (TreeIterator<EObject> all = project.eAllContents(); all.hasNext(); ) {
            EObject object = all.next();
            if (object instanceof Exchange
                    || object instanceof Scenario other && isOther(other.getName())) {
                all.prune();
            } else if (object instanceof dev.groundplan.dsl.model.Quantity quantity) {
                all.prune();
                CurrencyCode.read(quantity.getUnit())
                        .filter(from -> !from.equals(plan.currency()) && !told.contains(from))
                        .filter(from -> plan.worth(from, plan.currency()).isEmpty())
                        .ifPresent(from -> mixed(quantity, from));
            }
        }
    }

    private boolean isOther(String scenario) {
        return plan.scenario().filter(own -> !own.equals(scenario)).isPresent();
    }

    private void mixed(EObject quantity, CurrencyCode from) {
        LocalDate day = plan.firstDay();
        found.add(
                new Misreading.MixedCurrency(
                        locations.range(quantity),
                        SubjectPaths.of(quantity.eContainer()),
                        property(quantity),
                        from,
                        plan.currency(),
                        day,
                        Currencies.since(plan.exchange(), from, plan.currency())));
    }

    /** The word that stands before the amount. */
    private static String property(EObject quantity) {
        String word =
                Properties.of((EStructuralFeature) quantity.eContainingFeature())
                        .map(Properties.Property::keyword)
                        .orElse(VALUE);
        return word.equals(VALUE) ? SubjectPaths.keyword(quantity.eContainer()) : word;
    }
}
