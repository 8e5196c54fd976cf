package dev.groundplan.core.plan;

import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.BytesPerSecond;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.InterruptionRate;
import dev.groundplan.core.units.Power;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An accelerator; all peaks are dense.
 *
 * @param interconnect to its neighbours in the node, one direction
 * @param network out of the node, one direction, a device
 * @param node accelerators in a node
 * @param prices an accelerator and hour, by the way of buying
 * @param tariffs those of the prices that change on known days; {@link #on} picks one
 * @param interrupted how often spot capacity is taken away
 * @param sparse24 whether it multiplies 2:4 sparse matrices faster
 */
public record AcceleratorSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<String> vendor,
        Bytes memory,
        BytesPerSecond bandwidth,
        Map<Precision, FlopPerSecond> peaks,
        Optional<FlopPerSecond> achievable,
        Optional<BytesPerSecond> interconnect,
        Optional<BytesPerSecond> network,
        int node,
        Optional<Power> power,
        Map<Purchase, Stated<Uncertain<PricePerHour>>> prices,
        boolean sparse24,
        Optional<Uncertain<InterruptionRate>> interrupted,
        Source source,
        Map<Purchase, Tariff<PricePerHour>> tariffs) {

    /** With the prices of a day in place of those of another. */
    AcceleratorSpec on(LocalDate day) {
        if (tariffs.isEmpty()) {
            return this;
        }
        Map<Purchase, Stated<Uncertain<PricePerHour>>> then = new EnumMap<>(Purchase.class);
        then.putAll(prices);
        tariffs.forEach(
                (purchase, tariff) -> {
                    then.remove(purchase);
                    tariff.on(day).ifPresent(price -> then.put(purchase, price));
                });
        return with(then);
    }

    /** The same with other prices. */
    public AcceleratorSpec with(Map<Purchase, Stated<Uncertain<PricePerHour>>> others) {
        return with(memory, others);
    }

    /** The same board with another memory. */
    public AcceleratorSpec with(Bytes other) {
        return with(other, prices);
    }

    private AcceleratorSpec with(Bytes size, Map<Purchase, Stated<Uncertain<PricePerHour>>> paid) {
        return new AcceleratorSpec(
                name,
                label,
                range,
                vendor,
                size,
                bandwidth,
                peaks,
                achievable,
                interconnect,
                network,
                node,
                power,
                paid,
                sparse24,
                interrupted,
                source,
                tariffs);
    }
}
