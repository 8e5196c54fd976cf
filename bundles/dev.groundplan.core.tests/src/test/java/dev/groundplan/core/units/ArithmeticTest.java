package dev.groundplan.core.units;

import static dev.groundplan.core.units.Quantities.agree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.units.Quantities.Three;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Laws that hold for each of the dimensions alike. */
@Domain(Quantities.class)
class ArithmeticTest {
    @Property
    void additionCommutes(@ForAll Three<?> three) {
        additionCommutesFor(three);
    }

    private <Q extends Quantity<Q>> void additionCommutesFor(Three<Q> three) {
        assertEquals(three.a().plus(three.b()), three.b().plus(three.a()));
    }

    @Property
    void additionAssociatesWithinRounding(@ForAll Three<?> three) {
        additionAssociatesFor(three);
    }

    private <Q extends Quantity<Q>> void additionAssociatesFor(Three<Q> three) {
        double left = three.a().plus(three.b()).plus(three.c()).value();
        double right = three.a().plus(three.b().plus(three.c())).value();
        assertTrue(
                agree(left, right, three.a().value(), three.b().value(), three.c().value()),
                left + " " + right);
    }

    @Property
    void subtractionUndoesAddition(@ForAll Three<?> three) {
        subtractionUndoesAdditionFor(three);
    }

    private <Q extends Quantity<Q>> void subtractionUndoesAdditionFor(Three<Q> three) {
        double back = three.a().plus(three.b()).minus(three.b()).value();
        assertTrue(agree(back, three.a().value(), three.b().value()));
    }

    @Property
    void nothingAddedChangesNothing(@ForAll Quantity<?> quantity) {
        nothingAddedFor(quantity);
    }

    private <Q extends Quantity<Q>> void nothingAddedFor(Quantity<Q> quantity) {
        Q itself = quantity.times(1);
        assertEquals(itself, itself.plus(quantity.of(0)));
        assertEquals(itself, itself.times(Ratio.ONE));
        assertTrue(itself.minus(itself).isZero());
    }

    @Property
    void divisionUndoesMultiplication(@ForAll Three<?> three) {
        divisionUndoesMultiplicationFor(three);
    }

    private <Q extends Quantity<Q>> void divisionUndoesMultiplicationFor(Three<Q> three) {
        double factor = three.b().value();
        Assume.that(factor != 0);
        assertTrue(agree(three.a().times(factor).dividedBy(factor).value(), three.a().value()));
        assertTrue(
                agree(three.b().times(three.a().dividedBy(three.b())).value(), three.a().value()));
    }

    @Property
    void multiplicationDistributesOverAddition(@ForAll Three<?> three) {
        distributionFor(three);
    }

    private <Q extends Quantity<Q>> void distributionFor(Three<Q> three) {
        double factor = 0.7;
        double left = three.a().plus(three.b()).times(factor).value();
        double right = three.a().times(factor).plus(three.b().times(factor)).value();
        assertTrue(agree(left, right, three.a().value(), three.b().value()));
    }

    @Property
    void theOrderIsThatOfTheNumbers(@ForAll Three<?> three) {
        orderFor(three);
    }

    private <Q extends Quantity<Q>> void orderFor(Three<Q> three) {
        Q a = three.a();
        Q b = three.b();
        assertEquals(Double.compare(a.value(), b.value()), Integer.signum(a.compareTo(b)));
        assertEquals(Math.max(a.value(), b.value()), a.max(b).value());
        assertEquals(Math.min(a.value(), b.value()), a.min(b).value());
        assertEquals(a.compareTo(b) == 0, a.equals(b));
    }

    @Property
    void aQuantityKnowsItsDimensionAndKeepsItsNumber(@ForAll Quantity<?> quantity) {
        knowsItsDimensionFor(quantity);
    }

    private <Q extends Quantity<Q>> void knowsItsDimensionFor(Quantity<Q> quantity) {
        Dimension<Q> dimension = quantity.dimension();
        assertSame(dimension, Dimension.all().get(Dimension.all().indexOf(dimension)));
        assertEquals(quantity, dimension.base(quantity.value()));
        assertEquals(quantity, quantity.of(quantity.value()));
    }
}
