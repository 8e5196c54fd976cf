package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.TuningMethod;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A stage that learns from fewer examples than its method needs to learn a task from. */
public final class DatasetTooSmall implements Rule {
    /** What a stage has to learn from, and would need. */
    private record Lack(
            Stage stage, String method, List<Dataset> data, Count has, Count least, Count planned) {
        /** A negative number is another mistake. */
        boolean isReal() {
            return has.value() >= 0 && has.compareTo(least) < 0;
        }
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Stream<Lack> tuned =
                plan.stages(TuningStage.class).stream()
                        .flatMap(stage -> lack(stage, facts).stream());
        Stream<Lack> preferred =
                plan.stages(ReinforceStage.class).stream()
                        .filter(PreferenceDataMissing::learnsFromPreferences)
                        .flatMap(stage -> lack(stage, facts).stream());
        // two stages on the same data have one lack, the larger
        Map<List<String>, Lack> worst = new LinkedHashMap<>();
        Stream.concat(tuned, preferred)
                .forEach(
                        lack ->
                                worst.merge(
                                        lack.data().stream().map(Dataset::name).toList(),
                                        lack,
                                        (a, b) -> a.least().compareTo(b.least()) >= 0 ? a : b));
        return worst.values().stream().map(lack -> finding(lack, facts));
    }

    private static Optional<Lack> lack(TuningStage stage, Facts facts) {
        TuningMethod method = stage.method().value();
        Count least = least(method instanceof TuningMethod.Full ? "full" : "adapter", facts);
        return examples(stage.on())
                .map(has -> new Lack(stage, title(method), stage.on(), has, least, Count.of(0)))
                .filter(Lack::isReal);
    }

    private static Optional<Lack> lack(ReinforceStage stage, Facts facts) {
        Count least = least("preference", facts);
        List<Dataset> compared =
                stage.on().stream()
                        .filter(data -> Datasets.isFor(data, Purpose.PREFERENCE))
                        .toList();
        Count planned =
                stage.preferences().map(p -> p.value().likely()).orElseGet(() -> Count.of(0));
        Optional<Count> there =
                compared.isEmpty() && stage.preferences().isPresent()
                        ? Optional.of(Count.of(0))
                        : examples(compared);
        String method = stage.method().map(m -> m.value().title()).orElse("tuning on preferences");
        return there.map(c -> new Lack(stage, method, compared, c.plus(planned), least, planned))
                .filter(Lack::isReal);
    }

    private static Count least(String method, Facts facts) {
        return facts.prior("practice.least-" + method + "-examples", Dimension.COUNT).likely();
    }

    /** Empty unless each dataset says how many it has. */
    private static Optional<Count> examples(List<Dataset> data) {
        return data.isEmpty() || data.stream().anyMatch(d -> d.examples().isEmpty())
                ? Optional.empty()
                : data.stream()
                        .map(d -> d.examples().orElseThrow().value().likely())
                        .reduce(Count::plus);
    }

    private static String title(TuningMethod method) {
        return switch (method) {
            case TuningMethod.Full full -> "full tuning";
            case TuningMethod.Lora lora -> "LoRA";
            case TuningMethod.Qlora qlora -> "QLoRA";
            case TuningMethod.PromptTuning prompt -> "prompt tuning";
        };
    }

    private Finding finding(Lack lack, Facts facts) {
        boolean pairs = lack.stage() instanceof ReinforceStage;
        return finding(
                place(lack),
                lack.stage().id(),
                Message.of(
                        name() + (pairs ? ".preferences" : ".examples"),
                        "{stage} learns from {has} {items}; below about {least}, {method} rather"
                                + " learns them by heart than what they have in common. Label"
                                + " {missing} more, or show the best of them in the prompt.",
                        "stage",
                        lack.stage().name(),
                        "has",
                        lack.has().toString(),
                        "items",
                        pairs ? "preferences" : "examples",
                        "least",
                        lack.least().toString(),
                        "method",
                        lack.method(),
                        "missing",
                        lack.least().minus(lack.has()).toString()),
                fixes(lack, facts));
    }

    /** Where most of the examples are said, or are to come from. */
    private static SourceRange place(Lack lack) {
        if (lack.stage() instanceof ReinforceStage stage && stage.preferences().isPresent()) {
            return stage.preferences().get().range();
        }
        return largest(lack).examples().orElseThrow().range();
    }

    private static Dataset largest(Lack lack) {
        return lack.data().stream()
                .max(Comparator.comparing(data -> data.examples().orElseThrow().value().likely()))
                .orElseThrow();
    }

    private static List<Fix> fixes(Lack lack, Facts facts) {
        List<Fix> fixes = new ArrayList<>();
        fixes.add(more(lack));
        if (lack.stage() instanceof TuningStage stage
                && stage.method().value() instanceof TuningMethod.Full
                && lack.has().compareTo(least("adapter", facts)) >= 0) {
            fixes.add(Fix.of("Use LoRA", new Change.Set(stage.id(), "method", "lora")));
        }
        return fixes;
    }

    /** As many more as are missing, of the largest dataset or of those still to be labelled. */
    private static Fix more(Lack lack) {
        Count missing = lack.least().minus(lack.has());
        if (lack.stage() instanceof ReinforceStage stage && stage.preferences().isPresent()) {
            String enough = Written.count(lack.planned().plus(missing).value()) + " pairs";
            return Fix.of("Label " + enough, new Change.Set(stage.id(), "preferences", enough));
        }
        Dataset data = largest(lack);
        Count has = data.examples().orElseThrow().value().likely();
        String enough = Written.count(has.plus(missing).value());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Set(data.id(), "examples", enough));
        // the new ones are as long as the old ones
        data.tokens()
                .filter(tokens -> has.value() >= 1)
                .map(t -> t.value().likely().times(has.plus(missing).value() / has.value()))
                .ifPresent(
                        t -> changes.add(new Change.Set(data.id(), "tokens", Written.tokens(t))));
        return new Fix("Label " + enough + " examples", changes);
    }
}
