package dev.groundplan.server;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Subjects;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which numbers are about which subject, by the documented structure of their keys. */
final class SubjectEstimates {
    private static final Set<String> OF_PARTS =
            Set.of("training", "model", "serving", "labelling", "evaluation");

    private SubjectEstimates() {}

    static List<Subject> subjects(Plan plan) {
        return Subjects.of(plan);
    }

    static Stream<Estimate<?>> of(Analysis analysis, Subject subject) {
        return analysis.estimates().stream()
                .filter(estimate -> isAbout(estimate.key().segments(), subject))
                .sorted(Comparator.comparing(estimate -> isOfWork(estimate.key().segments())));
    }

    /** Effort and calendar time come after what is only about this subject. */
    private static boolean isOfWork(List<String> key) {
        return key.getFirst().equals("effort") || key.getFirst().equals("duration");
    }

    private static boolean isAbout(List<String> key, Subject subject) {
        String family = key.getFirst();
        boolean named = key.contains(subject.name());
        return switch (subject) {
            case Plan plan -> !OF_PARTS.contains(family) && key.size() < 3 && !isOfWork(plan, key);
            case ModelChoice model -> family.equals("model") && (named || key.size() == 2);
            case Serving serving -> family.equals("serving");
            default -> named;
        };
    }

    /** Such as {@code effort.lora-tickets}, which is about that work and not about the whole. */
    private static boolean isOfWork(Plan plan, List<String> key) {
        return key.size() == 2 && plan.work().stream().anyMatch(w -> w.name().equals(key.get(1)));
    }
}
