package dev.groundplan.dsl;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.dsl.lowering.Locations;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.impl.XtextLinkingDiagnostic;
import org.eclipse.xtext.resource.XtextResource;

/** What the parser could not read. Names that nothing declares are not its business. */
final class SyntaxProblems {
    private SyntaxProblems() {}

    static List<Misreading> of(XtextResource resource, Locations locations) {
        List<Misreading> problems = new ArrayList<>();
        for (Resource.Diagnostic error : resource.getErrors()) {
            if (error instanceof AbstractDiagnostic diagnostic
                    && !(error instanceof XtextLinkingDiagnostic)) {
                problems.add(
                        new Misreading.Syntax(
                                locations.range(diagnostic.getOffset(), diagnostic.getLength()),
                                diagnostic.getMessage(),
                                List.of()));
            }
        }
        return problems;
    }
}
