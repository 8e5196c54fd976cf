package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.estimators.PriorSource;

/**
 * What the words of sources stand for.
 *
 * @param catalogue the constants, and every model and accelerator that a source may name
 */
record CaseSubjects(Catalogue catalogue, CaseModels models, CaseMachines machines) {
    static CaseSubjects of(Catalogue catalogue) {
        return new CaseSubjects(
                catalogue, CaseModels.of(catalogue), new CaseMachines(catalogue.accelerators()));
    }

    /** The constants of the catalogue. */
    PriorSource priors() {
        return name -> {
            Prior found = catalogue.priors().get(name);
            if (found == null) {
                throw new IllegalStateException("the catalogue has no constant " + name);
            }
            return found;
        };
    }
}
