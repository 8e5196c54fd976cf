package dev.groundplan.engine;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.Words;
import java.util.Optional;

/** What a policy says, sentence by sentence, in words. */
final class PolicyPage {
    private PolicyPage() {}

    static Optional<Page> find(String name, Catalogue catalogue) {
        return Optional.ofNullable(catalogue.policies().get(name)).map(PolicyPage::of);
    }

    /** Of the policy that a finding carries the name of. */
    static Optional<Page> of(Finding finding, AnalysedFile file) {
        return finding.page().equals(finding.rule())
                ? Optional.empty()
                : file.projects().stream()
                        .map(project -> project.plan().catalogue())
                        .flatMap(catalogue -> find(finding.rule(), catalogue).stream())
                        .findFirst();
    }

    private static Page of(Policy policy) {
        StringBuilder text = new StringBuilder("# " + policy.name() + "\n\n");
        policy.label().ifPresent(label -> text.append(label).append("\n\n"));
        text.append("A policy in ")
                .append(policy.range())
                .append(". Every project in whose sight it stands is held to it:\n\n");
        for (Policy.Clause clause : policy.clauses()) {
            text.append("- ").append(words(clause)).append(" (").append(clause.range()).append(")");
            text.append('\n');
        }
        if (policy.clauses().isEmpty()) {
            text.append("- nothing yet: it forbids, requires and caps nothing\n");
        }
        text.append("\nA finding that breaks it carries its name: `// groundplan: allow ")
                .append(policy.name())
                .append(" until DATE because \"…\"` accepts one, `severity ")
                .append(policy.name())
                .append(" warning` weighs them all. What breaks each clause, and how to mend it,")
                .append(" stands on the page of `PolicyBroken`.\n");
        return new Page(policy.name(), text.toString());
    }

    private static String words(Policy.Clause clause) {
        return switch (clause) {
            case Policy.Forbid forbid -> forbidden(forbid);
            case Policy.Require require ->
                    "There must be "
                            + article(Words.of(require.what()))
                            + require.before().map(step -> " before `" + step + "`").orElse("")
                            + ".";
            case Policy.Cap cap -> capped(cap.what()) + " at most " + cap.limit() + ".";
        };
    }

    private static String article(String thing) {
        return ("aeiou".indexOf(thing.charAt(0)) >= 0 ? "an " : "a ") + thing;
    }

    private static String forbidden(Policy.Forbid forbid) {
        Optional<String> area = forbid.outside();
        return switch (forbid.what()) {
            case ENDPOINT ->
                    "No model that its provider hosts"
                            + area.map(a -> ", unless it keeps data in " + a).orElse("")
                            + ".";
            case MODEL ->
                    "No model that the project runs itself"
                            + area.map(a -> ", unless it is deployed in " + a).orElse("")
                            + ".";
            case ACCELERATOR ->
                    "No accelerators of the project's own"
                            + area.map(a -> ", unless they stand in " + a).orElse("")
                            + ".";
            case REGION -> "No region" + area.map(a -> ", unless it lies in " + a).orElse("") + ".";
        };
    }

    private static String capped(Policy.Capped what) {
        return switch (what) {
            case PRICE -> "An accelerator costs, as it is bought,";
            case BUILD -> "The project costs until its release, with its budget's confidence,";
            case RUN -> "A month of running costs, with the budget's confidence,";
        };
    }
}
