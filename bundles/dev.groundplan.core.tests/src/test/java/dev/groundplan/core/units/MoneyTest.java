package dev.groundplan.core.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final CurrencyCode USD = CurrencyCode.USD;
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @Property
    void centsAddWithoutError(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long a,
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long b) {
        Money sum = Money.of(a / 100.0, USD).plus(Money.of(b / 100.0, USD));
        assertEquals(new Money(BigDecimal.valueOf(a + b, 2), USD), sum);
    }

    @Test
    void aTenthTenTimesIsOne() {
        Money sum = Money.zero(USD);
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Money.of(0.1, USD));
        }
        assertEquals(Money.of(1, USD), sum);
    }

    @Test
    void equalAmountsAreEqualHoweverManyZerosTheyWereWrittenWith() {
        assertEquals(
                new Money(new BigDecimal("1.500"), USD), new Money(new BigDecimal("1.5"), USD));
        assertEquals(new Money(new BigDecimal("0.00"), USD), Money.zero(USD));
        assertEquals(new Money(new BigDecimal("1E+3"), USD), Money.of(1000, USD));
    }

    @Test
    void currenciesNeverMix() {
        Money dollars = Money.of(5, USD);
        Money euros = Money.of(5, EUR);
        var error = assertThrows(IllegalArgumentException.class, () -> dollars.plus(euros));
        assertEquals(
                "currencies differ: 5 USD and 5 EUR; exchange one of them first",
                error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> dollars.minus(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars.compareTo(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars.dividedBy(euros));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PricePerHour(dollars).plus(new PricePerHour(euros)));
        assertThrows(IllegalArgumentException.class, () -> Uncertain.between(dollars, euros));
    }

    @Test
    void moneyIsExchangedAtThePriceOfOne() {
        Money rate = Money.of(1.08, USD);
        assertEquals(Money.of(108, USD), Money.of(100, EUR).exchangedAt(rate));
        assertEquals(
                new PricePerDay(Money.of(1026, USD)),
                new PricePerDay(Money.of(950, EUR)).exchangedAt(rate));
    }

    @Test
    void anotherNumberKeepsTheCurrency() {
        assertEquals(EUR, Money.of(5, EUR).of(7).currency());
        assertEquals(EUR, new PricePerMillionTokens(Money.of(5, EUR)).times(3).currency());
    }

    @Test
    void displayRoundsButTheAmountDoesNot() {
        Money money = Money.of(1234.565, USD);
        assertEquals("1,235 USD", money.toString());
        assertEquals(new BigDecimal("1234.565"), money.amount());
        assertEquals("100 USD", Money.of(99.996, USD).toString());
    }

    @Test
    void halvesRoundToEven() {
        assertEquals("2.12 USD", Money.of(2.125, USD).toString());
        assertEquals("2.14 USD", Money.of(2.135, USD).toString());
        assertEquals("122 USD", Money.of(122.5, USD).toString());
    }

    @Test
    void largeAmountsAreWholeAndSmallOnesHaveDecimals() {
        assertEquals("41,200 USD", Money.of(41_200, USD).toString());
        assertEquals("1,234,567 USD", Money.of(1_234_567.4, USD).toString());
        assertEquals("-1,200 EUR", Money.of(-1200, EUR).toString());
        assertEquals("35 USD", Money.of(35, USD).toString());
        assertEquals("2.10 USD", Money.of(2.1, USD).toString());
        assertEquals("0.15 USD", Money.of(0.15, USD).toString());
        assertEquals("0.60 USD", Money.of(0.6, USD).toString());
        assertEquals("0.075 USD", Money.of(0.075, USD).toString());
        assertEquals("0 USD", Money.zero(USD).toString());
        assertEquals("2.5 JPY", Money.of(2.5, new CurrencyCode("JPY")).toString());
        assertEquals("1.23e18 USD", Money.of(1.234e18, USD).toString());
    }

    @Test
    void aCurrencyIsAnIsoCode() {
        assertEquals("CHF", CurrencyCode.read("CHF").orElseThrow().toString());
        assertTrue(CurrencyCode.read("usd").isEmpty());
        assertTrue(CurrencyCode.read("XQZ").isEmpty());
        assertTrue(CurrencyCode.read("").isEmpty());
        assertTrue(CurrencyCode.read("GiB").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new CurrencyCode("dollars"));
        assertThrows(IllegalArgumentException.class, () -> new CurrencyCode(null));
    }
}
