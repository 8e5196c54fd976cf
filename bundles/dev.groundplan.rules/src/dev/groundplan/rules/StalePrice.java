package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.PricePerMillionTokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ProjectTotalsEstimation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A price in the totals that was read so long ago that it is likely another one today. */
public final class StalePrice implements Rule {
    /** A price of an accelerator or of an endpoint, and the day on which it was so. */
    private record Dated(String of, LocalDate day, SourceRange place) {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<Dated> prices =
                prices(facts)
                        .sorted(Comparator.comparing(Dated::day).thenComparing(Dated::of))
                        .toList();
        if (prices.isEmpty()) {
            return Stream.empty();
        }
        LocalDate today = facts.plan().today();
        long limit = Math.round(facts.prior("price.stale", Dimension.TIME).likely().days());
        long stale =
                prices.stream()
                        .filter(price -> age(price, today) > limit)
                        .map(Dated::of)
                        .distinct()
                        .count();
        return stale == 0
                ? Stream.empty()
                : Stream.of(finding(facts.plan(), prices.getFirst(), stale, limit));
    }

    private static long age(Dated price, LocalDate today) {
        return ChronoUnit.DAYS.between(price.day(), today);
    }

    /** Those that the totals rest on; one without a day has no age that anyone knows. */
    private static Stream<Dated> prices(Facts facts) {
        Plan plan = facts.plan();
        return facts.get(ProjectTotalsEstimation.class, plan).stream()
                .flatMap(totals -> Stream.of(totals.build(), totals.run()))
                .flatMap(Optional::stream)
                .flatMap(total -> total.derivation().allInputs())
                .filter(StalePrice::isPrice)
                .distinct()
                .flatMap(input -> dated(input, plan).stream());
    }

    private static boolean isPrice(Input input) {
        Object likely = input.range().<Object>map(Uncertain::likely).orElse("");
        return likely instanceof PricePerHour || likely instanceof PricePerMillionTokens;
    }

    private static Optional<Dated> dated(Input input, Plan plan) {
        return switch (input.origin()) {
            case Origin.FromCatalogue entry ->
                    entry.source().asOf().map(day -> new Dated(entry.entry(), day, entry.range()));
            case Origin.Written written ->
                    plan.assumptions().stream()
                            .filter(a -> a.range().equals(written.range()))
                            .findFirst()
                            .flatMap(a -> a.asOf().map(day -> assumed(a, day)));
            case Origin.Assumed assumed -> Optional.empty();
            case Origin.Computed computed -> Optional.empty();
        };
    }

    private static Dated assumed(Assumption assumption, LocalDate day) {
        return new Dated(assumption.subject(), day, assumption.range());
    }

    private Finding finding(Plan plan, Dated oldest, long stale, long limit) {
        return finding(
                place(plan, oldest),
                plan.id(),
                Message.of(
                        name(),
                        "The price of {of} is of {day}, {age} days ago; after {limit} days a price"
                                + " counts as old. {others} Look it up again and write down what it"
                                + " is and on which day.",
                        "of",
                        oldest.of(),
                        "day",
                        oldest.day().toString(),
                        "age",
                        Long.toString(age(oldest, plan.today())),
                        "limit",
                        Long.toString(limit),
                        "others",
                        stale == 1
                                ? "No other price in the totals is as old."
                                : "It is the oldest of " + stale + " such prices in the totals."),
                List.of());
    }

    /** The price itself where it stands in this file, else what takes it into the plan. */
    private static SourceRange place(Plan plan, Dated price) {
        if (price.place().isKnown() && price.place().file().equals(plan.range().file())) {
            return price.place();
        }
        return Stream.concat(
                        plan.servings().stream()
                                .map(Serving::hardware)
                                .flatMap(Optional::stream)
                                .filter(h -> h.accelerator().name().equals(price.of()))
                                .map(hardware -> hardware.range()),
                        plan.models().stream()
                                .map(ModelChoice::model)
                                .flatMap(Optional::stream)
                                .filter(m -> name(m.value()).equals(price.of()))
                                .map(model -> model.range()))
                .findFirst()
                .orElse(plan.range());
    }

    private static String name(Servable model) {
        return model.name();
    }
}
