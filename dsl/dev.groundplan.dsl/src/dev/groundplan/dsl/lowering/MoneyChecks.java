package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Currencies;
import dev.groundplan.core.plan.ExchangeRate;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.SubjectPaths;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Checks that every amount of money of a project can be counted in the project's currency. */
final class MoneyChecks {
    /** How the model calls an amount that no word of its own stands before. */
    private static final String VALUE = "value";

    private final Locations locations;
    private final List<Misreading> found = new ArrayList<>();

    private MoneyChecks(Locations locations) {
        this.locations = locations;
    }

    static List<Misreading> of(Block project, Locations locations) {
        MoneyChecks checks = new MoneyChecks(locations);
        checks.code(project, "currency");
        List<Block> rates = project.children("Exchange");
        rates.forEach(rate -> checks.code(rate, "currency"));
        CurrencyCode currency =
                project.text("currency").flatMap(CurrencyCode::read).orElse(CurrencyCode.USD);
        checks.amounts(project.object(), currency, MoneyLowering.exchange(project));
        return checks.found;
    }

    private void code(Block block, String property) {
        block.text(property)
                .filter(code -> CurrencyCode.read(code).isEmpty())
                .ifPresent(
                        code ->
                                found.add(
                                        new Misreading.ImpossibleValue(
                                                block.rangeOf(property),
                                                block.id(),
                                                property,
                                                code,
                                                "it is no currency code of ISO 4217 such as USD")));
    }

    private void amounts(EObject project, CurrencyCode currency, List<ExchangeRate> rates) {
        for (TreeIterator<EObject> all = project.eAllContents(); all.hasNext(); ) {
            EObject object = all.next();
            if (object.eClass().getName().equals("Exchange")) {
                all.prune();
            } else if (object instanceof dev.groundplan.dsl.model.Quantity quantity) {
                all.prune();
                CurrencyCode.read(quantity.getUnit())
                        .filter(from -> !from.equals(currency))
                        .filter(from -> Currencies.worth(rates, from, currency).isEmpty())
                        .ifPresent(from -> mixed(quantity, from, currency));
            }
        }
    }

    private void mixed(EObject quantity, CurrencyCode from, CurrencyCode currency) {
        found.add(
                new Misreading.MixedCurrency(
                        locations.range(quantity),
                        SubjectPaths.of(quantity.eContainer()),
                        property(quantity),
                        from,
                        currency));
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
