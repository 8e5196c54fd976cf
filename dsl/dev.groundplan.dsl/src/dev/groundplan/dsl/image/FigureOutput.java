package dev.groundplan.dsl.image;

import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Tariff;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes what every entry of a catalogue has: figures, their source, their place. */
class FigureOutput {
    final ImageOutput out;

    FigureOutput(ImageOutput out) {
        this.out = out;
    }

    final void distribution(Distribution<?> distribution) {
        quantity(distribution.p10());
        quantity(distribution.median());
        quantity(distribution.p90());
    }

    final void texts(Collection<String> values) {
        out.list(values, out::text);
    }

    final <T> void stated(Stated<T> stated, Consumer<T> value) {
        value.accept(stated.value());
        origin(stated.origin());
    }

    final void origin(Origin origin) {
        if (!(origin instanceof Origin.FromCatalogue entry)) {
            throw new IllegalArgumentException(
                    "a library's figure comes from its entry: " + origin);
        }
        out.text(entry.entry());
        source(entry.source());
        range(entry.range());
        out.optional(entry.since(), this::day);
    }

    final <Q extends Quantity<Q>> void tariff(Tariff<Q> tariff) {
        out.list(
                tariff.steps(),
                step -> {
                    out.optional(step.from(), this::day);
                    stated(step.price(), this::uncertain);
                });
    }

    final void day(LocalDate day) {
        out.integer(day.toEpochDay());
    }

    final void source(Source source) {
        out.text(source.text());
        out.optional(source.asOf(), this::day);
        out.constant(source.confidence());
    }

    final void range(SourceRange range) {
        out.text(range.file());
        for (int value :
                new int[] {
                    range.offset(),
                    range.length(),
                    range.line(),
                    range.column(),
                    range.endLine(),
                    range.endColumn()
                }) {
            out.integer(value);
        }
    }

    final void uncertain(Uncertain<?> range) {
        quantity(range.low());
        quantity(range.likely());
        quantity(range.high());
    }

    final void quantity(Quantity<?> quantity) {
        if (quantity instanceof Monetary<?> price) {
            out.text(price.currency().code());
            out.integer(price.money().amount().unscaledValue().longValueExact());
            out.integer(price.money().amount().scale());
        } else {
            out.number(quantity.value());
        }
    }
}
