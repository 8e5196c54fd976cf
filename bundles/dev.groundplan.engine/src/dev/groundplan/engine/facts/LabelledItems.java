package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Set;

/** Time and pay of a person who labels one item. */
final class LabelledItems implements CaseEstimator {
    private static final String COST = "labelling_cost_usd_per_item";

    @Override
    public Set<String> quantities() {
        return Set.of(COST, "labelling_seconds_per_item");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects) {
        String task = published.inputs().words("task");
        Uncertain<?> time = subjects.priors().prior(prior(task)).value();
        return published.quantity().equals(COST)
                ? CaseEstimator.product(
                        time,
                        subjects.priors().prior("labelling.pay").value(),
                        1 / Time.hours(1).value())
                : CaseEstimator.times(time, 1);
    }

    private static String prior(String task) {
        if (task.contains("rank")) {
            return "labelling.ranking";
        }
        if (task.contains("demonstration") || task.contains("writ")) {
            return "labelling.demonstration";
        }
        boolean pair =
                task.isEmpty()
                        || task.contains("pair")
                        || task.contains("preference")
                        || task.contains("compar");
        return pair ? "labelling" : "labelling.example";
    }
}
