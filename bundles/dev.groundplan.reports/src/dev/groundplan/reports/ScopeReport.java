package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Constraints;
import dev.groundplan.core.plan.Hosting;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Use;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The use case and its limits, and what the file leaves open. */
public final class ScopeReport implements Report<Analysis> {
    @Override
    public String title() {
        return "Scope";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Scope scope = analysis.plan().scope();
        Lines lines = new Lines();
        lines.stated("Goal", scope.goal());
        lines.stated("Breadth", scope.breadth().map(b -> b.map(breadth -> breadth.word())));
        lines.words("Tasks", Stated.values(scope.tasks()));
        lines.text("Domain", scope.domain());
        lines.words("Languages", Stated.values(scope.languages()));
        lines.stated("Complexity", scope.complexity().map(c -> c.map(word -> word.word())));
        lines.words("Needs", Stated.values(scope.needs()));
        lines.stated("Age of facts at most", scope.freshness());
        lines.stated("Users", scope.users());
        scope.workloads().forEach(workload -> workload(lines, workload));
        service(lines, scope.service());
        constraints(lines, scope.constraints());
        budget(lines, scope.budget());
        List<Block> blocks = new ArrayList<>();
        if (!lines.table.isEmpty()) {
            blocks.add(lines.table.build());
        }
        if (!lines.open.isEmpty()) {
            blocks.add(Prose.of("The file does not say: " + String.join(", ", lines.open) + "."));
        }
        return blocks;
    }

    private static void workload(Lines lines, Workload workload) {
        String of = workload.name().equals("workload") ? "" : " of " + workload.name();
        lines.maybe("Requests" + of, workload.requests());
        lines.maybe("Input of a request" + of, workload.input());
        lines.maybe("Output of a request" + of, workload.output());
        lines.maybe("Cached share of the input" + of, workload.cached());
        lines.maybe("Active time a day" + of, workload.active());
        lines.maybe("Growth" + of, workload.growth());
        if (workload.batch()) {
            lines.row("Kind" + of, "batch: answers may wait", workload.range());
        }
    }

    private static void service(Lines lines, ServiceLevels service) {
        lines.maybe("First token, 95th percentile, at most", service.firstToken());
        lines.maybe("Each further token, 95th percentile, at most", service.perToken());
        lines.maybe("Availability, at least", service.availability());
    }

    private static void constraints(Lines lines, Constraints constraints) {
        lines.words("Data stays in", Stated.values(constraints.residency()));
        lines.words("Kinds of data", Stated.values(constraints.data()));
        lines.maybe("Use", constraints.use().map(use -> use.map(Use::word)));
        lines.maybe("Hosting", constraints.hosting().map(hosting -> hosting.map(Hosting::word)));
    }

    private static void budget(Lines lines, Budget budget) {
        lines.stated("Build budget", budget.build());
        lines.stated("Run budget", budget.run());
        lines.stated("Deadline", budget.deadline());
        lines.maybe("Horizon", budget.horizon());
        if (budget.build().isPresent() || budget.deadline().isPresent()) {
            lines.maybe("Budget and deadline hold at", Optional.of(budget.confidence()));
        }
    }

    /** Takes what is said into the table and what is not into the list of what is open. */
    private static final class Lines {
        private final Table.Builder table = Table.of("", "What", "Said");
        private final List<String> open = new ArrayList<>();

        private void stated(String what, Optional<? extends Stated<?>> stated) {
            maybe(what, stated);
            if (stated.isEmpty()) {
                missing(what);
            }
        }

        private void maybe(String what, Optional<? extends Stated<?>> stated) {
            stated.ifPresent(
                    s ->
                            row(
                                    what,
                                    text(s.value()) + (s.isWritten() ? "" : " (assumed)"),
                                    s.range()));
        }

        private void words(String what, List<String> words) {
            text(what, words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words)));
        }

        private void text(String what, Optional<String> text) {
            text.ifPresentOrElse(t -> row(what, t, SourceRange.NOWHERE), () -> missing(what));
        }

        private void missing(String what) {
            open.add(what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1));
        }

        private void row(String what, String text, SourceRange place) {
            table.row(Table.Cell.of(what), Table.Cell.of(text, place));
        }

        private static String text(Object value) {
            return switch (value) {
                case Quantity<?> quantity -> Figures.quantity(quantity);
                case Profile<?> profile -> Figures.profile(profile);
                case Distribution<?> arriving -> Figures.distribution(arriving);
                default -> value.toString();
            };
        }
    }
}
