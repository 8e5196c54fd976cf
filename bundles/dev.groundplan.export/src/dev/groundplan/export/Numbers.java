package dev.groundplan.export;

import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import java.math.BigDecimal;

/** Quantities as data: the number in the base unit, and the unit in words. */
public final class Numbers {
    private Numbers() {}

    /** In the base unit; money as decimal as it is kept. */
    public static BigDecimal number(Quantity<?> quantity) {
        return quantity instanceof Monetary<?> price
                ? price.money().amount()
                : BigDecimal.valueOf(quantity.value());
    }

    /** The base unit, such as {@code FLOP} or {@code USD per hour}; empty for a bare number. */
    public static String unit(Quantity<?> quantity) {
        String base = quantity.dimension().baseUnit();
        if (quantity instanceof Monetary<?> price) {
            return base.isEmpty() ? price.currency().toString() : price.currency() + " " + base;
        }
        return base;
    }

    /** Members low, likely, high and unit of the object that is open. */
    public static void members(JsonWriter json, Uncertain<?> range) {
        json.member("low", number(range.low()));
        json.member("likely", number(range.likely()));
        json.member("high", number(range.high()));
        json.member("unit", unit(range.likely()));
    }
}
