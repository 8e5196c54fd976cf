package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.estimators.ParameterFormula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A declared model whose published count is not what its architecture comes to. */
public final class ParameterCountMismatch implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        // declarations stand outside every project: there they are checked once, with their file
        if (plan.range().isKnown()) {
            return Stream.empty();
        }
        return plan.catalogue().models().values().stream()
                .filter(model -> model.range().file().equals(plan.name()))
                .filter(model -> !model.nominal())
                .flatMap(model -> finding(model).stream());
    }

    private Optional<Finding> finding(ModelSpec model) {
        if (model.published().isEmpty() || model.architecture().isEmpty() || inheritsBoth(model)) {
            return Optional.empty();
        }
        double published = Math.rint(model.published().get().value().value());
        double counted = ParameterFormula.of(model.architecture().get().value()).total().value();
        return Math.abs(published - counted) <= rounding(published)
                ? Optional.empty()
                : Optional.of(finding(model, published, counted));
    }

    /** Then the model that it is a variant of says so, once. */
    private static boolean inheritsBoth(ModelSpec model) {
        return model.published().filter(p -> p.range().equals(model.range())).isEmpty()
                && model.architecture().filter(a -> a.range().equals(model.range())).isEmpty();
    }

    /** Half a unit of the last digit that is not zero: 8.03B is 8.025B to 8.035B. */
    private static double rounding(double published) {
        int scale = new BigDecimal(Math.rint(published)).stripTrailingZeros().scale();
        return BigDecimal.ONE.movePointLeft(scale).doubleValue() / 2;
    }

    private Finding finding(ModelSpec model, double published, double counted) {
        SubjectId id = SubjectId.of(model.name());
        double off = counted - published;
        return finding(
                model.range(),
                id,
                Message.of(
                        name(),
                        "{model} is published with {published} parameters; its architecture comes"
                                + " to {counted}, {off} {more} ({share}). One of the two is wrong:"
                                + " mostly `tied`, the key-value heads, the feed-forward width or"
                                + " the rows of the vocabulary.",
                        "model",
                        model.name(),
                        "published",
                        Written.exactly(published),
                        "counted",
                        Written.exactly(counted),
                        "off",
                        Written.exactly(Math.abs(off)),
                        "more",
                        off > 0 ? "more" : "fewer",
                        "share",
                        share(published > 0 ? Math.abs(off) / published : 1)),
                List.of(
                        Fix.of(
                                "Publish the counted " + Written.exactly(counted),
                                new Change.Set(id, "parameters", Written.exactly(counted))),
                        Fix.of(
                                "Call the count a round name",
                                new Change.Set(id, "nominal", "yes"))));
    }

    private static String share(double share) {
        return share < 0.0001 ? "less than 0.01 %" : Written.decimal(100 * share) + " %";
    }
}
