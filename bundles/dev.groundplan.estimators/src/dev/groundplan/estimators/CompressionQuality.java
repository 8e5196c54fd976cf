package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Pruning;
import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/** What compression cost others in quality, as they published it. */
public final class CompressionQuality
        implements Estimator<CompressionStage, CompressionEstimation> {
    private static final String NAME = CompressionQuality.class.getSimpleName();

    @Override
    public Class<CompressionStage> subject() {
        return CompressionStage.class;
    }

    @Override
    public Class<CompressionEstimation> estimation() {
        return CompressionEstimation.class;
    }

    @Override
    public Optional<CompressionEstimation> estimate(CompressionStage stage, Facts facts) {
        return switch (stage.kind()) {
            case QUANTISE ->
                    published(
                            stage,
                            facts,
                            bits(stage) <= 4
                                    ? "compression.quality.int4"
                                    : "compression.quality.int8",
                            "Points of MMLU that others lost");
            case PRUNE ->
                    published(
                            stage,
                            facts,
                            stage.pruning().flatMap(Pruning::kept).isPresent()
                                    ? "compression.quality.2-4"
                                    : "compression.quality.half",
                            "Perplexity of others after pruning over before");
            case DISTIL ->
                    published(
                            stage,
                            facts,
                            "compression.quality.distil",
                            "Share of the score that others' students kept");
        };
    }

    private static int bits(CompressionStage stage) {
        boolean eight = stage.scheme().filter(s -> s.contains("8")).isPresent();
        return stage.bits().orElse(eight ? 8 : 4);
    }

    private static Optional<CompressionEstimation> published(
            CompressionStage stage, Facts facts, String prior, String title) {
        Calculation c = new Calculation(NAME, "as published");
        Calculation.Term q = c.plainPrior("q", facts, prior);
        return c.note("of other models on other tasks: the gates of the project decide")
                .of(Keys.of(stage).key("quality"), title, Ratio::new, q::value)
                .map(CompressionEstimation::new);
    }
}
