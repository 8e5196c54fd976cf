package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Catalogue;

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
}
