package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.plan.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong or could be better, and what was accepted with a reason. */
public final class FindingsReport implements Report<Analysis> {
    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).reversed();

    @Override
    public String title() {
        return "Open findings and waivers";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        if (analysis.findings().isEmpty()) {
            blocks.add(Prose.of("No finding is open."));
        } else {
            Table.Builder open = Table.of("", "Severity", "Finding", "Where", "What", "Way out");
            analysis.findings().stream()
                    .sorted(GRAVEST_FIRST)
                    .forEach(
                            finding ->
                                    open.row(
                                            Table.Cell.of(finding.severity().word()),
                                            Table.Cell.of(finding.rule()),
                                            place(finding),
                                            Table.Cell.of(finding.message().toString()),
                                            Table.Cell.of(
                                                    finding.fixes().stream()
                                                            .map(Fix::title)
                                                            .collect(
                                                                    Collectors.joining("; or ")))));
            blocks.add(open.build());
        }
        if (!analysis.waived().isEmpty()) {
            Table.Builder waived =
                    Table.of("Waived", "Finding", "Where", "What", "Because", "Until");
            for (Finding finding : analysis.waived()) {
                Waiver waiver = waiver(analysis, finding);
                waived.row(
                        Table.Cell.of(finding.rule()),
                        place(finding),
                        Table.Cell.of(finding.message().toString()),
                        Table.Cell.of(
                                waiver == null ? "" : waiver.because().orElse("no reason given")),
                        Table.Cell.of(
                                waiver == null
                                        ? ""
                                        : waiver.until().map(Object::toString).orElse("no end")));
            }
            blocks.add(waived.build());
        }
        return blocks;
    }

    private static Table.Cell place(Finding finding) {
        return Table.Cell.of(
                finding.range().isKnown() ? finding.range().toString() : "", finding.range());
    }

    private static Waiver waiver(Analysis analysis, Finding finding) {
        return analysis.plan().waivers().stream()
                .filter(waiver -> !waiver.isExpired(analysis.plan().today()))
                .filter(w -> w.covers(finding.rule(), finding.subject(), finding.range()))
                .findFirst()
                .orElse(null);
    }
}
