package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.PurchaseShare;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What costs more than a policy allows. */
record PolicyCaps(Policy policy, Policy.Cap cap, Facts facts) {

    /** Something with a price: {@code what} in words. */
    private record Priced(
            SubjectId subject, SourceRange range, String what, Monetary<?> price, String note) {}

    Stream<Breach> breaches() {
        return priced().flatMap(priced -> breach(priced).stream());
    }

    private Plan plan() {
        return facts.plan();
    }

    private Stream<Priced> priced() {
        Budget budget = plan().scope().budget();
        return switch (cap.what()) {
            case PRICE -> Stream.concat(trainings(), servings());
            case BUILD ->
                    Forecasts.build(facts).stream()
                            .map(cost -> whole("Building", cost, budget.build()));
            case RUN ->
                    Forecasts.run(facts).stream().map(cost -> whole("Running", cost, budget.run()));
        };
    }

    /** At the percentile at which the project's budget has to hold. */
    private <Q extends Monetary<Q>> Priced whole(
            String what, Promise<Q> cost, Optional<? extends Stated<?>> written) {
        Ratio confidence = plan().scope().budget().confidence().value();
        boolean isChance = confidence.value() > 0 && confidence.value() < 1;
        return new Priced(
                plan().id(),
                written.filter(Stated::isWritten).map(Stated::range).orElse(plan().range()),
                what + " the project",
                isChance ? cost.needed() : cost.range().likely(),
                isChance ? " with a confidence of " + confidence : " in the median");
    }

    private Stream<Priced> trainings() {
        return plan().stages().stream()
                .filter(stage -> stage.hardware().isPresent())
                .flatMap(
                        stage ->
                                hours(
                                        stage.id(),
                                        stage.hardware().get(),
                                        List.of(Purchase.ON_DEMAND)));
    }

    private Stream<Priced> servings() {
        return plan().servings().stream()
                .filter(serving -> serving.hardware().isPresent())
                .flatMap(serving -> hours(serving.id(), serving.hardware().get(), bought(serving)));
    }

    private static List<Purchase> bought(Serving serving) {
        List<Purchase> ways =
                serving.purchase().stream()
                        .filter(share -> share.share().value().value() > 0)
                        .map(PurchaseShare::purchase)
                        .toList();
        return ways.isEmpty() ? List.of(Purchase.ON_DEMAND) : ways;
    }

    private static Stream<Priced> hours(SubjectId subject, Hardware hardware, List<Purchase> ways) {
        AcceleratorSpec accelerator = hardware.accelerator();
        return ways.stream()
                .flatMap(
                        way ->
                                Optional.ofNullable(accelerator.prices().get(way))
                                        .map(Stated::value)
                                        .map(Uncertain::likely)
                                        .map(
                                                price ->
                                                        new Priced(
                                                                subject,
                                                                hardware.range(),
                                                                "An " + accelerator.name(),
                                                                price,
                                                                " " + words(way)))
                                        .stream());
    }

    private static String words(Purchase way) {
        return switch (way) {
            case ON_DEMAND -> "on demand";
            case RESERVED -> "reserved";
            case SPOT -> "on the spot market";
        };
    }

    private Optional<Breach> breach(Priced priced) {
        CurrencyCode from = priced.price().currency();
        CurrencyCode to = cap.limit().currency();
        Optional<Ratio> worth =
                from.equals(to)
                        ? Optional.of(new Ratio(1))
                        : plan().worth(from, to).map(rate -> rate.value().likely());
        if (worth.isEmpty()) {
            return Optional.of(
                    breach(
                            priced,
                            ".currency",
                            "Nothing says what {price} is worth in {currency}, in which {policy}"
                                    + " caps the {capped} ({limit}): write `exchange {from} …"
                                    + " {currency}` in the project.",
                            Severity.WARNING));
        }
        Money asked = Money.of(priced.price().value() * worth.get().value(), to);
        return asked.compareTo(cap.limit().money()) <= 0
                ? Optional.empty()
                : Optional.of(
                        breach(
                                priced,
                                ".cap",
                                "{what} costs {price}{note}, and {policy} caps the {capped} at"
                                        + " {limit}.",
                                Severity.ERROR));
    }

    private Breach breach(Priced priced, String id, String text, Severity severity) {
        return new Breach(
                priced.range(),
                priced.subject(),
                Message.of(
                        "PolicyBroken" + id,
                        text,
                        "what",
                        priced.what(),
                        "price",
                        priced.price().toString(),
                        "note",
                        priced.note(),
                        "policy",
                        PolicyBroken.named(policy, cap),
                        "capped",
                        switch (cap.what()) {
                            case PRICE -> "price of an accelerator";
                            case BUILD -> "cost of building";
                            case RUN -> "cost of running";
                        },
                        "limit",
                        cap.limit().toString(),
                        "from",
                        priced.price().currency().code(),
                        "currency",
                        cap.limit().currency().code()),
                List.of(),
                severity);
    }
}
