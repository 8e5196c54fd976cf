package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purpose;
import java.util.List;
import java.util.stream.Stream;

/** The project's data by what it is for. */
final class Datasets {
    private Datasets() {}

    static Stream<Dataset> of(Plan plan, Purpose purpose) {
        return plan.datasets().stream().filter(data -> isFor(data, purpose));
    }

    static boolean isFor(Dataset data, Purpose purpose) {
        return data.purpose().filter(stated -> stated.value() == purpose).isPresent();
    }

    static List<String> names(Plan plan) {
        return plan.datasets().stream().map(Dataset::name).toList();
    }

    /** A new dataset of which only the purpose is known. */
    static Change insert(Plan plan, String name, Purpose purpose) {
        return new Change.Insert(
                plan.id().child("data"), "dataset " + name + " { purpose " + purpose.word() + " }");
    }
}
