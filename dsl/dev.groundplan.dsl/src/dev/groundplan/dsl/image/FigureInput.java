package dev.groundplan.dsl.image;

import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tariff;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link FigureOutput} wrote. */
class FigureInput {
    final ImageInput in;
    private final Map<String, CurrencyCode> currencies = new HashMap<>();

    FigureInput(ImageInput in) {
        this.in = in;
    }

    final Bounds<Ratio> bounds() {
        return new Bounds<>(
                quantity(Dimension.RATIO), quantity(Dimension.RATIO), quantity(Dimension.RATIO));
    }

    final Distribution<Tokens> tokens() {
        return new Distribution<>(
                quantity(Dimension.TOKENS), quantity(Dimension.TOKENS), quantity(Dimension.TOKENS));
    }

    final List<String> texts() {
        return in.list(in::text);
    }

    final LocalDate day() {
        return LocalDate.ofEpochDay(in.integer());
    }

    final YearMonth month() {
        return YearMonth.parse(in.text());
    }

    final <T> Stated<T> stated(Supplier<T> value) {
        return new Stated<>(value.get(), origin());
    }

    final Origin origin() {
        return new Origin.FromCatalogue(in.text(), source(), range(), in.optional(this::day));
    }

    final <Q extends Quantity<Q>> Tariff<Q> tariff(Dimension<Q> dimension) {
        return new Tariff<>(
                in.list(
                        () ->
                                new Tariff.Step<>(
                                        in.optional(this::day),
                                        stated(() -> uncertain(dimension)))));
    }

    final Source source() {
        return new Source(in.text(), in.optional(this::day), in.constant(Confidence.values()));
    }

    final SourceRange range() {
        return new SourceRange(
                in.text(), in.small(), in.small(), in.small(), in.small(), in.small(), in.small());
    }

    final <Q extends Quantity<Q>> Uncertain<Q> uncertain(Dimension<Q> dimension) {
        return new Uncertain<>(quantity(dimension), quantity(dimension), quantity(dimension));
    }

    final <Q extends Quantity<Q>> Optional<Q> optional(Dimension<Q> dimension) {
        return in.optional(() -> quantity(dimension));
    }

    @SuppressWarnings("unchecked") // another amount of the same kind of price
    final <Q extends Quantity<Q>> Q quantity(Dimension<Q> dimension) {
        if (dimension.base(0) instanceof Monetary<?> price) {
            CurrencyCode currency = currencies.computeIfAbsent(in.text(), CurrencyCode::new);
            BigDecimal amount = BigDecimal.valueOf(in.integer(), in.small());
            return (Q) price.of(new Money(amount, currency));
        }
        return dimension.base(in.number());
    }
}
