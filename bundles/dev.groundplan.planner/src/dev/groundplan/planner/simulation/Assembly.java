package dev.groundplan.planner.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Puts what a {@link ModelBuilder} gathered into the arrays of a {@link Model}. */
final class Assembly {
    static final int NONE = -1;

    private Assembly() {}

    record Entry(
            Model.Kind kind,
            Spread spread,
            Drawn drawn,
            int driver,
            double load,
            int probability) {}

    /**
     * @param from moment from which it is paid by the month until the finish, or -1
     * @param part of the cost, or -1
     */
    record Term(double factor, int[] inputs, int activity, Flow flow, int from, int part) {}

    record Gate(int activity, int chance, int latest) {}

    static final class Task {
        double factor;
        boolean work;
        int[] inputs = {};
        int stretch = NONE;
        int rate = NONE;
        int worth = NONE;
        int part = NONE;
        int rounds = NONE;
        int round = 1;
        int learning = NONE;
    }

    static Model.Gates gates(List<Gate> gates) {
        return new Model.Gates(
                gates.stream().mapToInt(Gate::activity).toArray(),
                gates.stream().mapToInt(Gate::chance).toArray(),
                gates.stream().mapToInt(Gate::latest).toArray());
    }

    static Model.Inputs inputs(List<Entry> entries, int[] columns, ToLongFunction<Drawn> key) {
        return new Model.Inputs(
                entries.stream().map(Entry::kind).toArray(Model.Kind[]::new),
                entries.stream().map(Entry::spread).toArray(Spread[]::new),
                entries.stream().mapToLong(e -> key.applyAsLong(e.drawn())).toArray(),
                columns,
                entries.stream().mapToInt(Entry::driver).toArray(),
                entries.stream().mapToDouble(Entry::load).toArray(),
                entries.stream().mapToDouble(e -> Math.sqrt(1 - e.load() * e.load())).toArray(),
                entries.stream().mapToInt(Entry::probability).toArray());
    }

    static Model.Activities activities(Task[] tasks) {
        boolean[] work = new boolean[tasks.length];
        for (int a = 0; a < work.length; a++) {
            work[a] = tasks[a].work;
        }
        return new Model.Activities(
                Arrays.stream(tasks).mapToDouble(t -> t.factor).toArray(),
                work,
                firsts(Arrays.stream(tasks).map(t -> t.inputs).toList()),
                Arrays.stream(tasks).flatMapToInt(t -> Arrays.stream(t.inputs)).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.stretch).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.rate).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.worth).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.part).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.rounds).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.round).toArray(),
                Arrays.stream(tasks).mapToInt(t -> t.learning).toArray());
    }

    static Model.Terms terms(List<Term> terms) {
        return new Model.Terms(
                terms.stream().mapToDouble(Term::factor).toArray(),
                firsts(terms.stream().map(Term::inputs).toList()),
                terms.stream().flatMapToInt(t -> Arrays.stream(t.inputs())).toArray(),
                terms.stream().mapToInt(Term::activity).toArray(),
                terms.stream().map(Term::flow).toArray(Flow[]::new),
                terms.stream().mapToInt(Term::from).toArray(),
                terms.stream().mapToInt(Term::part).toArray());
    }

    private static int[] firsts(List<int[]> lists) {
        int[] firsts = new int[lists.size() + 1];
        for (int i = 0; i < lists.size(); i++) {
            firsts[i + 1] = firsts[i] + lists.get(i).length;
        }
        return firsts;
    }
}
