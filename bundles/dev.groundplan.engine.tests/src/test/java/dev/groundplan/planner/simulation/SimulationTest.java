package dev.groundplan.planner.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.schedule.WorkCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final Uncertain<Time> TIME =
            Uncertain.of(Time.days(3), Time.days(5), Time.days(10));

    /** Thirty activities on two people, in an order that is not that of their handles. */
    private static Model thirty() {
        NetworkBuilder network = Models.beside(30);
        int role = network.resource("role", 2);
        for (int a = 0; a < 30; a++) {
            network.demand(a, role, 1);
            if (a > 2) {
                network.order(a, a % 3);
            }
        }
        ModelBuilder builder = Models.of(network, 1);
        int driver = builder.driver("expertise");
        for (int a = 0; a < 30; a++) {
            Drawn drawn = new Drawn("a" + a, "duration");
            builder.takes(a, builder.input(drawn, TIME, driver, Ratio.percent(40)));
        }
        return builder.build();
    }

    private static List<Object> everything(SimulationResult result) {
        List<Object> all = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent++) {
            all.add(result.finish().percentile(Ratio.percent(percent)));
            all.add(result.cost().percentile(Ratio.percent(percent)));
        }
        for (int a = 0; a < 30; a++) {
            all.add(result.criticality(a));
        }
        all.addAll(result.sensitivities());
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void theNumberOfThreadsChangesNothing(int threads) {
        Model model = thirty();
        assertEquals(
                everything(Models.run(model, 3_000, 1)),
                everything(Models.run(model, 3_000, threads)));
    }

    @Test
    void moreRunsBeginWithTheSame() {
        Model model = thirty();
        List<SimulationResult> improving = new ArrayList<>();
        Simulation.run(model, new Simulation.Extent(3_000, 2), Cancellation.NEVER, improving::add);
        assertEquals(List.of(256, 2_048), improving.stream().map(SimulationResult::runs).toList());
        assertEquals(everything(Models.run(model, 256, 1)), everything(improving.getFirst()));
        assertEquals(everything(Models.run(model, 2_048, 1)), everything(improving.getLast()));
    }

    @Test
    void anotherSeedDrawsOtherwise() {
        ModelBuilder one = Models.of(Models.chain(1), 1);
        ModelBuilder other = Models.of(Models.chain(1), 2);
        for (ModelBuilder builder : List.of(one, other)) {
            builder.takes(0, builder.input(new Drawn("a", "duration"), TIME));
        }
        assertNotEquals(Models.days(Models.run(one), 50), Models.days(Models.run(other), 50));
    }

    /** The subject in the middle keeps its draws whatever stands around it, and in which order. */
    @Test
    void addingRenamingAndReorderingOthersLeavesADrawAlone() {
        List<SimulationResult> results = new ArrayList<>();
        for (List<String> names :
                List.of(
                        List.of("watched"),
                        List.of("a", "watched", "b"),
                        List.of("b", "watched", "a"),
                        List.of("renamed", "b", "c", "watched"))) {
            ModelBuilder builder = Models.of(Models.chain(names.size()), 1);
            for (String name : names) {
                int price =
                        builder.input(
                                new Drawn(name, "price"),
                                Uncertain.spread(Money.of(100, CurrencyCode.USD), 0.5));
                if (name.equals("watched")) {
                    builder.cost(Ratio.ONE, price);
                }
            }
            results.add(Models.run(builder.build(), 500, 1));
        }
        for (SimulationResult result : results) {
            for (int percent = 0; percent <= 100; percent++) {
                assertEquals(
                        results.getFirst().cost().percentile(Ratio.percent(percent)),
                        result.cost().percentile(Ratio.percent(percent)));
            }
        }
    }

    @Test
    void quantitiesOfASubjectAreDrawnApart() {
        ModelBuilder builder = Models.of(Models.chain(2), 1);
        builder.takes(0, builder.input(new Drawn("a", "one"), TIME));
        builder.takes(1, builder.input(new Drawn("a", "other"), TIME));
        // two that moved together would be as wide as both
        double width = Models.days(Models.run(builder), 90) - Models.days(Models.run(builder), 10);
        assertTrue(width < 0.8 * 2 * 7, () -> "width " + width);
    }

    @Test
    void levellingMakesThoseWaitWhoShareAPerson() {
        NetworkBuilder network = Models.beside(2);
        int role = network.resource("role", 100);
        network.demand(0, role, 100).demand(1, role, 100);
        ModelBuilder builder =
                Models.taking(
                        network,
                        List.of(Uncertain.exactly(Time.days(2)), Uncertain.exactly(Time.days(3))));
        Model model = builder.build();
        assertEquals(5, Models.days(Models.run(model, 1, 1), 50));
        assertEquals(3, Models.days(Models.run(model.unlevelled(), 1, 1), 50));
    }

    @Test
    void peopleRestWhateverIsDrawn() {
        NetworkBuilder network = new NetworkBuilder();
        WorkCalendar none =
                WorkCalendar.of(
                        java.time.LocalDate.of(2027, 3, 1),
                        java.util.EnumSet.of(java.time.DayOfWeek.FRIDAY),
                        List.of());
        int a = network.activity("a", none, 480);
        ModelBuilder builder = Models.of(network, 1);
        builder.work(
                a,
                Ratio.percent(50),
                builder.input(
                        new Drawn("a", "effort"),
                        Uncertain.exactly(dev.groundplan.core.units.Effort.days(1))));
        // a day of effort at half time is two Fridays; the second is the twelfth day
        assertEquals(11 + 17 / 24.0, Models.days(Models.run(builder.build(), 1, 1), 50), 1e-9);
    }

    @Test
    void whoeverIsCancelledStops() {
        AtomicInteger asked = new AtomicInteger();
        Model model = thirty();
        assertThrows(
                Cancellation.Cancelled.class,
                () ->
                        Simulation.run(
                                model,
                                new Simulation.Extent(100_000, 2),
                                () -> asked.incrementAndGet() > 5));
    }

    @Test
    void lessThanOneRunIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Simulation.Extent(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Simulation.Extent(1, 0));
    }

    @Test
    void endlessDurationsEndTheCalendarAndNotTheProgram() {
        ModelBuilder builder =
                Models.taking(
                        Models.chain(2),
                        List.of(
                                Uncertain.exactly(Time.days(1e12)),
                                Uncertain.exactly(Time.days(1e12))));
        assertTrue(Models.days(Models.run(builder.build(), 2, 1), 50) > 30_000);
    }
}
