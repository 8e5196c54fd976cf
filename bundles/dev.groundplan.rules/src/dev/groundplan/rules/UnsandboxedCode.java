package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.ProgramAided;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.stream.Stream;

/** Programs that a model writes and that run with nothing around them. */
public final class UnsandboxedCode implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().augmentation().steps(ProgramAided.class).stream()
                .filter(
                        step ->
                                step.sandbox()
                                        .filter(s -> s.value() == ProgramAided.Sandbox.ISOLATED)
                                        .isEmpty())
                .map(this::finding);
    }

    private Finding finding(ProgramAided step) {
        SourceRange range = step.sandbox().map(Stated::range).orElse(step.range());
        return finding(
                range,
                step.id(),
                Message.of(
                        name(),
                        "{step} runs {language} that a model wrote, {sandbox}: a request that talks"
                                + " the model into it reads files, keys and the network of the"
                                + " host. Run it isolated.",
                        "step",
                        step.name(),
                        "language",
                        step.language().map(Stated::value).orElse("code"),
                        "sandbox",
                        step.sandbox().isPresent()
                                ? "with `sandbox none`"
                                : "and the file names no sandbox"),
                List.of(
                        Fix.of("Run it isolated", new Change.Set(step.id(), "sandbox", "isolated"))
                                .safely()));
    }
}
