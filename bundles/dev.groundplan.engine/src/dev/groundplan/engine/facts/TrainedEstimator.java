package dev.groundplan.engine.facts;

/** Estimates of training and of what follows it, less sure on boards and frameworks unheard of. */
interface TrainedEstimator extends CaseEstimator {
    @Override
    default int guesses(PublishedCase published, CaseSubjects subjects) throws NotEstimated {
        return TrainedCase.guesses(published, subjects);
    }
}
