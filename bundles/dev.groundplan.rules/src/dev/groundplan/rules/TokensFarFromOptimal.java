package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.FeasibilityEstimation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A training run far from the tokens for which its model has the best size. */
public final class TokensFarFromOptimal implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        double off = facts.prior("practice.tokens-off", Dimension.COUNT).likely().value();
        return facts.plan().stages(PretrainStage.class).stream()
                // what an earlier training has taught is not known
                .filter(stage -> stage.base().isEmpty() && stage.tokens().isPresent())
                .flatMap(
                        stage ->
                                facts
                                        .get(FeasibilityEstimation.class, stage)
                                        .flatMap(FeasibilityEstimation::best)
                                        .map(best -> rounded(best.value().likely()))
                                        .flatMap(best -> finding(stage, best, off))
                                        .stream());
    }

    private Optional<Finding> finding(PretrainStage stage, Tokens best, double off) {
        Stated<Uncertain<Tokens>> stated = stage.tokens().orElseThrow();
        double factor = stated.value().likely().value() / best.value();
        if (factor >= off && stage.overtrained().isPresent() || factor > 1 / off && factor < off) {
            return Optional.empty();
        }
        return Optional.of(
                finding(
                        stated.range(),
                        stage.id(),
                        message(factor >= 1, stated.value().likely(), best, factor),
                        fixes(stage, best, factor)));
    }

    private Message message(boolean more, Tokens tokens, Tokens best, double factor) {
        return Message.of(
                name() + (more ? ".many" : ".few"),
                "{tokens} are {factor} times the {best} for which a model of this size is best."
                        + " {instead}",
                "tokens",
                tokens.toString(),
                "factor",
                new Count(factor).toString(),
                "best",
                best.toString(),
                "instead",
                more
                        ? "A larger model would be better for the same computing; where a small one"
                                + " is wanted because it serves cheaply, say so by `overtrained`."
                        : "A smaller model would be better for the same computing, and cheaper to"
                                + " serve.");
    }

    /** To two digits: the law is not so exact. */
    private static Tokens rounded(Tokens tokens) {
        return new Tokens(
                BigDecimal.valueOf(tokens.value())
                        .round(new MathContext(2, RoundingMode.HALF_EVEN))
                        .doubleValue());
    }

    private static List<Fix> fixes(PretrainStage stage, Tokens best, double factor) {
        List<Fix> fixes = new ArrayList<>();
        String written = Written.tokens(best);
        fixes.add(Fix.of("Train on " + written, new Change.Set(stage.id(), "tokens", written)));
        if (factor > 1) {
            String times = Written.decimal(factor);
            fixes.add(
                    Fix.of(
                            "Say that it is meant: overtrained " + times,
                            new Change.Set(stage.id(), "overtrained", times)));
        }
        return fixes;
    }
}
