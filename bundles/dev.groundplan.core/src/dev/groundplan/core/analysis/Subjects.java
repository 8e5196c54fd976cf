package dev.groundplan.core.analysis;

import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Subject;
import java.util.ArrayList;
import java.util.List;

/** Everything in a plan that an estimator can be asked about. */
public final class Subjects {
    private Subjects() {}

    /** The parts first, the project last, so that keys of the whole win over those of a part. */
    public static List<Subject> of(Plan plan) {
        List<Subject> subjects = new ArrayList<>();
        subjects.addAll(plan.datasets());
        subjects.addAll(plan.models());
        subjects.addAll(plan.stages());
        subjects.addAll(plan.evaluation().gates());
        subjects.addAll(plan.servings());
        subjects.addAll(plan.augmentation().steps());
        subjects.addAll(plan.augmentation().flows());
        subjects.addAll(plan.work());
        subjects.add(plan);
        return subjects;
    }
}
