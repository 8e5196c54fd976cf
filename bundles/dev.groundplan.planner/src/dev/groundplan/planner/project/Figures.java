package dev.groundplan.planner.project;

import dev.groundplan.core.analysis.Derivation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.simulation.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Figures of simulated runs, each with what it rests on. */
final class Figures {
    private static final String NAME = ProjectSimulation.class.getSimpleName();

    private final Ratio confidence;
    private final List<Input> inputs;
    private final List<String> notes;

    Figures(Plan plan, Facts facts, int runs, List<String> notes) {
        confidence = plan.scope().budget().confidence().value();
        this.notes = List.copyOf(notes);
        inputs =
                List.of(
                        Input.of(
                                "runs",
                                "simulated runs",
                                Stated.assumed(
                                        Count.of(runs),
                                        "asked for by the command",
                                        Source.UNKNOWN)),
                        Input.of("team", facts.prior("simulation.team")),
                        Input.of("prices", facts.prior("simulation.prices")));
    }

    private Figures(Ratio confidence, List<Input> inputs, List<String> notes) {
        this.confidence = confidence;
        this.inputs = inputs;
        this.notes = List.copyOf(notes);
    }

    /** The same with one thing more that a reader should know, and inputs that it names. */
    Figures noting(String note, Input... more) {
        return new Figures(
                confidence,
                Stream.concat(inputs.stream(), Stream.of(more)).toList(),
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /** P10, P50 and P90 under one key, then P80, P95 and what the budget wants to be sure of. */
    <Q extends Quantity<Q>> List<Estimate<?>> percentiles(
            String key, String title, Sample<Q> sample) {
        List<Estimate<?>> all = new ArrayList<>();
        all.add(of(title, sample.interval(), Promise.FORECAST, key));
        all.addAll(promised(List.of(key), title, sample));
        return all;
    }

    /** P10, P50 and P90 in the place of the same without simulation; its other percentiles. */
    <Q extends Quantity<Q>> List<Estimate<?>> inPlace(
            ResultKey key, String title, Sample<Q> sample) {
        List<Estimate<?>> all = new ArrayList<>();
        all.add(of(title, sample.interval(), key.segments().toArray(String[]::new)));
        all.addAll(promised(key.segments(), title, sample));
        return all;
    }

    private <Q extends Quantity<Q>> List<Estimate<?>> promised(
            List<String> key, String title, Sample<Q> sample) {
        List<Estimate<?>> all = new ArrayList<>();
        SortedSet<Ratio> wanted = new TreeSet<>(List.of(Ratio.percent(80), Ratio.percent(95)));
        if (confidence.value() > 0 && confidence.value() < 1) {
            wanted.add(confidence);
        }
        for (Ratio share : wanted) {
            String name = Promise.percentile(share);
            List<String> place = new ArrayList<>(List.of(Promise.FORECAST));
            place.addAll(key);
            place.add(name);
            all.add(
                    of(
                            title + ", P" + name.substring(1),
                            Uncertain.exactly(sample.percentile(share)),
                            place.toArray(String[]::new)));
        }
        return all;
    }

    /**
     * The mean of what is added up, which is the sum of the means of its parts.
     *
     * @param key of the same without simulation
     */
    <Q extends Quantity<Q>> Estimate<Q> mean(
            String title, Q mean, ResultKey key, List<? extends Estimate<?>> parts) {
        List<Input> all = new ArrayList<>(inputs);
        parts.forEach(part -> all.add(Input.of("part", part)));
        return new Estimate<>(
                meanOf(key),
                title,
                Uncertain.exactly(mean),
                new Derivation(NAME, "mean of the simulated runs", all, notes));
    }

    private static ResultKey meanOf(ResultKey key) {
        return ResultKey.of(
                Stream.concat(Stream.of(Promise.FORECAST, "mean"), key.segments().stream())
                        .toArray(String[]::new));
    }

    <Q extends Quantity<Q>> Estimate<Q> of(String title, Uncertain<Q> value, String... key) {
        return new Estimate<>(
                ResultKey.of(key),
                title,
                value,
                new Derivation(NAME, "percentiles of the simulated runs", inputs, notes));
    }
}
