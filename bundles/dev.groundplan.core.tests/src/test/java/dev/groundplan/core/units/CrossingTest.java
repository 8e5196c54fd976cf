package dev.groundplan.core.units;

import static dev.groundplan.core.units.Quantities.agree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Going from one dimension to another and back is the identity. */
class CrossingTest {
    private static final CurrencyCode USD = CurrencyCode.USD;

    @Provide
    Arbitrary<Double> size() {
        return Quantities.positive();
    }

    @Provide
    Arbitrary<Double> rate() {
        return Arbitraries.doubles().between(-3, 12).map(exponent -> Math.pow(10, exponent));
    }

    private static void same(Quantity<?> expected, Quantity<?> actual) {
        assertEquals(expected.dimension(), actual.dimension());
        assertTrue(
                agree(expected.value(), actual.value()),
                expected.value() + " is not " + actual.value());
    }

    @Property
    void amountThroughRateAndBackIsTheAmount(
            @ForAll("size") double size, @ForAll("rate") double rate) {
        Flop flop = new Flop(size);
        same(flop, new FlopPerSecond(rate).during(flop.at(new FlopPerSecond(rate))));
        Bytes bytes = new Bytes(size);
        same(bytes, new BytesPerSecond(rate).during(bytes.at(new BytesPerSecond(rate))));
        same(bytes, new BytesPerToken(rate).times(bytes.at(new BytesPerToken(rate))));
        Tokens tokens = new Tokens(size);
        same(tokens, new TokensPerSecond(rate).during(tokens.at(new TokensPerSecond(rate))));
        same(tokens, tokens.per(new Count(rate)).times(new Count(rate)));
    }

    @Property
    void meanRateOverTheTimeTakenIsTheRate(
            @ForAll("size") double size, @ForAll("rate") double rate) {
        FlopPerSecond speed = new FlopPerSecond(rate);
        same(speed, new Flop(size).over(new Flop(size).at(speed)));
        BytesPerSecond bandwidth = new BytesPerSecond(rate);
        same(bandwidth, new Bytes(size).over(new Bytes(size).at(bandwidth)));
        TokensPerSecond tokens = new TokensPerSecond(rate);
        same(tokens, new Tokens(size).over(new Tokens(size).at(tokens)));
        BytesPerToken each = new BytesPerToken(rate);
        same(each, each.times(new Tokens(size)).per(new Tokens(size)));
    }

    @Property
    void acceleratorHoursAreTimeTimesAccelerators(
            @ForAll("size") double seconds, @ForAll("rate") double number) {
        Time time = new Time(seconds);
        Count accelerators = new Count(number);
        same(time, time.on(accelerators).over(accelerators));
        same(accelerators, time.on(accelerators).within(time));
    }

    @Property
    void moneyPerSomethingTimesThatIsTheMoney(
            @ForAll("size") double amount, @ForAll("rate") double much) {
        Money money = Money.of(amount, USD);
        same(money, new AcceleratorHours(much).at(money.over(new AcceleratorHours(much))));
        same(money, new Time(much).at(money.over(new Time(much))));
        same(money, new Effort(much).at(money.over(new Effort(much))));
        same(money, new Tokens(much).at(money.over(new Tokens(much))));
        same(money, money.over(new Count(much)).times(new Count(much)));
    }

    @Property
    void anHourlyPriceIsTheSameMoneyAsItsMonthlyPrice(
            @ForAll("rate") double amount, @ForAll("rate") double much) {
        PricePerHour price = new PricePerHour(Money.of(amount, USD));
        same(price, price.perMonth().perHour());
        same(new Time(much).at(price), new Time(much).at(price.perMonth()));
    }

    @Property
    void energyAndCarbonGoBackToWhereTheyCameFrom(
            @ForAll("size") double much, @ForAll("rate") double rate) {
        Energy energy = new Energy(much);
        Time time = new Time(rate);
        same(energy, energy.over(time).during(time));
        CarbonIntensity grid = new CarbonIntensity(rate);
        same(grid, energy.at(grid).over(energy));
    }

    @Property
    void whatARequestCostsTimesTheRequestsIsWhatTheirTokensCost(
            @ForAll("rate") double much, @ForAll("rate") double price) {
        PricePerMillionTokens tokenPrice = new PricePerMillionTokens(Money.of(price, USD));
        TokensPerItem each = new TokensPerItem(much);
        Count requests = Count.of(1000);
        same(each.times(requests).at(tokenPrice), each.at(tokenPrice).times(requests));
    }

    @Test
    void aTrainingRunCrossesFromComputingToMoney() {
        Flop flop = new Flop(2.36e23);
        Time time = flop.at(FlopPerSecond.teraflops(312).times(Ratio.percent(35)).times(512));
        AcceleratorHours hours = time.on(Count.of(512));
        assertEquals("600,000 accelerator-hours", hours.toString());
        assertEquals("1,200,651 USD", hours.at(new PricePerHour(Money.of(2, USD))).toString());
        assertEquals("6.98 weeks", time.toString());
    }

    @Test
    void thirtyDaysOf700WattsAre504KilowattHours() {
        Energy energy = new Power(700).during(Time.days(30));
        assertEquals(504, energy.value(), 1e-9);
        assertEquals("176 kgCO2", energy.at(new CarbonIntensity(350)).toString());
    }

    @Test
    void labelling120ThousandExamplesForTwoMinutesIs500PersonDays() {
        TimePerItem labelling = Quantities.read(Dimension.TIME_PER_ITEM, "2 min per example");
        assertEquals(new Effort(500), labelling.effortFor(Count.of(120_000)));
    }

    @Test
    void tenPersonDaysOfTwoPeopleSpanAWeek() {
        assertEquals(7, Effort.days(10).over(Count.of(2)).days(), 1e-12);
    }

    @Test
    void sixRequestsPerSecondOfTwoSecondsAreTwelveAtOnce() {
        assertEquals(new Count(12), new RequestRate(6).during(Time.seconds(2)));
    }

    @Test
    void sixMonthsAtThreePercentGrowNineteenPercent() {
        assertEquals(Math.pow(1.03, 6), new GrowthRate(0.03).over(Time.months(6)).value(), 1e-12);
    }

    @Test
    void hoursOfTheDayAreAShareOfTheTime() {
        assertEquals(Ratio.percent(50), new HoursPerDay(12).share());
        assertEquals(Time.days(5), new HoursPerDay(12).during(Time.days(10)));
    }

    @Test
    void acceleratorsAreRoundedUpButRoundingErrorIsNotOneMore() {
        assertEquals(6, new Count(5.01).roundedUp().toLong());
        assertEquals(5, new Count(5.0000000000001).roundedUp().toLong());
        assertEquals(5, new Count(4.9999999999999).roundedUp().toLong());
        assertEquals(0, new Count(0).roundedUp().toLong());
    }

    @Test
    void dividingByNothingSaysWhatWasNothing() {
        var error =
                assertThrows(
                        IllegalArgumentException.class, () -> new Flop(1).at(new FlopPerSecond(0)));
        assertEquals("cannot divide by 0 FLOPS", error.getMessage());
        error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Bytes(5e9).dividedBy(new Bytes(0)));
        assertEquals("cannot divide 5 GB by 0 bytes", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Bytes(5e9).dividedBy(0));
        assertThrows(IllegalArgumentException.class, () -> Money.of(5, USD).dividedBy(0));
        assertThrows(
                IllegalArgumentException.class, () -> Money.of(5, USD).dividedBy(Money.zero(USD)));
        assertThrows(IllegalArgumentException.class, () -> Ratio.ZERO.inverse());
    }
}
