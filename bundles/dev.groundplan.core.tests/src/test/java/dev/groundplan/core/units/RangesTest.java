package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What the four ranges have in common. */
class RangesTest {
    private static final Count ONE = Count.of(1);
    private static final Count FOUR = Count.of(4);
    private static final Count SIX = Count.of(6);

    @Test
    void aRangeInDisorderIsRefused() {
        var error =
                assertThrows(IllegalArgumentException.class, () -> Uncertain.of(SIX, FOUR, ONE));
        assertEquals(
                "10th percentile, median and 90th percentile must not fall: 6, 4, 1",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Uncertain.between(SIX, ONE));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(ONE, SIX, FOUR));
        assertThrows(IllegalArgumentException.class, () -> Distribution.between(SIX, ONE));
        assertThrows(IllegalArgumentException.class, () -> Profile.of(FOUR, ONE, SIX));
        assertThrows(IllegalArgumentException.class, () -> Profile.between(SIX, ONE));
        assertThrows(IllegalArgumentException.class, () -> Bounds.of(SIX, ONE, FOUR));
        assertThrows(IllegalArgumentException.class, () -> Bounds.between(SIX, ONE));
    }

    @Property
    void theMiddleLeftOutLiesBetween(
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double a,
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double b) {
        Count low = new Count(Math.min(a, b));
        Count high = new Count(Math.max(a, b));
        Uncertain<Count> range = Uncertain.between(low, high);
        assertEquals(low, range.low());
        assertEquals(high, range.high());
        Count middle = range.likely();
        assertEquals(middle, Distribution.between(low, high).median());
        assertEquals(middle, Profile.between(low, high).usual());
        assertEquals(middle, Bounds.between(low, high).usual());
    }

    @Test
    void theMiddleLeftOutIsTheGeometricMeanOrTheArithmeticWhenThatIsNone() {
        assertEquals(new Count(20), Uncertain.between(new Count(10), new Count(40)).likely());
        assertEquals(new Count(20), Uncertain.between(new Count(0), new Count(40)).likely());
        assertEquals(new Count(10), Uncertain.between(new Count(-20), new Count(40)).likely());
    }

    @Test
    void oneValueIsARangeWithoutWidth() {
        assertTrue(Uncertain.exactly(FOUR).isExact());
        assertTrue(Distribution.exactly(FOUR).isExact());
        assertTrue(Profile.exactly(FOUR).isExact());
        assertTrue(Bounds.exactly(FOUR).isExact());
        assertFalse(Bounds.between(ONE, SIX).isExact());
        assertEquals("4", Uncertain.exactly(FOUR).toString());
        assertEquals("4 (1 to 6)", Uncertain.of(ONE, FOUR, SIX).toString());
        assertEquals("4 (1 to 6)", Distribution.of(ONE, FOUR, SIX).toString());
        assertEquals("4 (1 to 6)", Profile.of(ONE, FOUR, SIX).toString());
        assertEquals("4 (1 to 6)", Bounds.of(ONE, FOUR, SIX).toString());
    }

    @Test
    void boundsHoldAValueWithin() {
        Bounds<Count> replicas = Bounds.between(ONE, SIX);
        assertEquals(SIX, replicas.clamp(Count.of(9)));
        assertEquals(ONE, replicas.clamp(Count.of(0)));
        assertEquals(FOUR, replicas.clamp(FOUR));
    }
}
