package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Misreading;
import java.util.List;
import java.util.stream.Stream;

/** An amount in a currency that the project gives no exchange for. */
public final class MixedCurrency implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return Misreadings.of(facts, Misreading.MixedCurrency.class).map(this::finding);
    }

    private Finding finding(Misreading.MixedCurrency mixed) {
        return finding(
                mixed.range(),
                mixed.owner(),
                Message.of(
                        name(),
                        "`{property}` is in {written}, and nothing says what that is worth in"
                                + " {currency}: write `exchange {written} … {currency}` in the"
                                + " project.",
                        "property",
                        mixed.property(),
                        "written",
                        mixed.written().code(),
                        "currency",
                        mixed.currency().code()),
                List.of());
    }
}
