package dev.groundplan.core.plan;

/** What an estimator can be asked about and a finding can be about. */
public sealed interface Subject
        permits Plan,
                ModelChoice,
                Stage,
                Serving,
                Dataset,
                Gate,
                Work,
                AugmentationStep,
                Flow,
                Task,
                Approval,
                Milestone,
                Phase,
                Cost,
                Contract,
                Risk,
                Decision {

    SubjectId id();

    /** The name in the file, or the keyword of an unnamed block. */
    String name();

    SourceRange range();
}
