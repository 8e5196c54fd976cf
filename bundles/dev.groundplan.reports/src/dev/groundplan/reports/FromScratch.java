package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.PretrainStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a model trained from scratch would be worth it, by scaling laws. */
final class FromScratch {
    private FromScratch() {}

    static List<Block> blocks(Analysis analysis, PretrainStage stage) {
        List<Block> blocks = new ArrayList<>();
        FigureTable.of(
                        analysis,
                        stage.name() + " by scaling laws",
                        "training",
                        stage.name(),
                        "scaling")
                .ifPresent(blocks::add);
        sentence(analysis, stage).ifPresent(text -> blocks.add(Prose.of(text)));
        return blocks;
    }

    private static Optional<String> sentence(Analysis analysis, PretrainStage stage) {
        Optional<String> loss = figure(analysis, stage, "budget", "loss");
        Optional<String> parameters = figure(analysis, stage, "budget", "parameters");
        Optional<String> tokens = figure(analysis, stage, "budget", "tokens");
        if (loss.isEmpty() || parameters.isEmpty() || tokens.isEmpty()) {
            return Optional.empty();
        }
        String existing =
                estimate(analysis, stage, "existing", "loss")
                        .map(
                                e ->
                                        " The existing model of the nearest size: "
                                                + e.title().replaceFirst("^Loss of ", "")
                                                + ", expected loss "
                                                + Figures.interval(e.value())
                                                + ".")
                        .orElse("");
        return Optional.of(
                "If all of the build budget went into accelerators, the best that it can train is "
                        + parameters.get()
                        + " on "
                        + tokens.get()
                        + ", expected loss "
                        + loss.get()
                        + "."
                        + existing);
    }

    private static Optional<String> figure(Analysis analysis, PretrainStage stage, String... key) {
        return estimate(analysis, stage, key).map(e -> Figures.interval(e.value()));
    }

    private static Optional<Estimate<?>> estimate(
            Analysis analysis, PretrainStage stage, String... key) {
        List<String> segments = new ArrayList<>(List.of("training", stage.name(), "scaling"));
        segments.addAll(List.of(key));
        return analysis.estimate(new ResultKey(segments));
    }
}
