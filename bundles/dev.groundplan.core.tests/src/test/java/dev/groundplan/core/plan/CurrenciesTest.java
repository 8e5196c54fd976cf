package dev.groundplan.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {
    private static final CurrencyCode EUR = CurrencyCode.read("EUR").orElseThrow();

    private static Optional<Stated<Uncertain<Ratio>>> dollarsInEuro(String worth) {
        Money money = new Money(new BigDecimal(worth), CurrencyCode.USD);
        return Currencies.worth(
                List.of(
                        new ExchangeRate(
                                EUR,
                                Stated.written(Uncertain.exactly(money), SourceRange.NOWHERE),
                                Optional.empty(),
                                SourceRange.NOWHERE)),
                LocalDate.of(2027, 1, 11),
                CurrencyCode.USD,
                EUR);
    }

    @Test
    void aRateHoldsTheOtherWayRoundToo() {
        assertEquals(0.8, dollarsInEuro("1.25").orElseThrow().value().likely().value(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1e-320", "1e-13", "1e13"})
    void whatNoCurrencyIsWorthIsNoRate(String worth) {
        assertTrue(dollarsInEuro(worth).isEmpty());
    }
}
