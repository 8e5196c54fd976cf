package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.estimators.ServingMemoryEstimation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** More requests under way together than the accelerators have room for. */
public final class KvCacheOverflow implements Rule {
    /** Engines that keep room for every request that they take, used or not. */
    private static final Set<String> RESERVING = Set.of("transformers", "llama-cpp");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        return facts.plan().servings().stream()
                .filter(serving -> serving.batch().filter(Stated::isWritten).isPresent())
                .flatMap(
                        serving ->
                                facts.get(ServingMemoryEstimation.class, serving).stream()
                                        .filter(ServingMemoryEstimation::fits)
                                        .filter(memory -> memory.accelerator().isPresent())
                                        .flatMap(
                                                memory ->
                                                        finding(serving, memory, facts).stream()));
    }

    private Optional<Finding> finding(
            Serving serving, ServingMemoryEstimation memory, Facts facts) {
        double wanted = serving.batch().orElseThrow().value().value();
        return held(memory)
                .filter(held -> held < wanted)
                .map(
                        held ->
                                finding(
                                        serving.batch().orElseThrow().range(),
                                        serving.id(),
                                        message(serving, memory, held),
                                        fixes(serving, memory, held, facts)))
                .map(finding -> reserves(serving) ? finding : finding.with(Severity.WARNING));
    }

    /** An engine that pages its cache lets requests wait; one that does not runs out of memory. */
    private static boolean reserves(Serving serving) {
        return serving.engine().filter(RESERVING::contains).isPresent();
    }

    /** As many as the cache has room for, at usual lengths. */
    private static Optional<Double> held(ServingMemoryEstimation memory) {
        return memory.concurrency().map(c -> Math.floor(c.value().likely().value()));
    }

    private Message message(Serving serving, ServingMemoryEstimation memory, double held) {
        return Message.of(
                name(),
                "The engine takes {batch} requests at a time; beside weights of {weights} there is"
                        + " room for the key-value cache of {held}, at {each} a token. The others"
                        + " are thrown out and computed again.",
                "batch",
                serving.batch().orElseThrow().value().toString(),
                "weights",
                memory.weights().value().likely().toString(),
                "held",
                new Count(held).toString(),
                "each",
                memory.perToken().map(kv -> kv.value().likely().toString()).orElse("so much"));
    }

    private static List<Fix> fixes(
            Serving serving, ServingMemoryEstimation memory, double held, Facts facts) {
        List<Fix> fixes = new ArrayList<>();
        double wanted = serving.batch().orElseThrow().value().value();
        if (held >= 1) {
            fixes.add(
                    Fix.of(
                            "Take " + new Count(held) + " requests at a time",
                            new Change.Set(
                                    serving.id().child("engine"), "batch", Written.count(held))));
        }
        ServingVariants.of(serving, memory, facts).stream()
                .filter(
                        variant ->
                                facts.get(ServingMemoryEstimation.class, variant.serving())
                                        .filter(ServingMemoryEstimation::fits)
                                        .flatMap(KvCacheOverflow::held)
                                        .filter(room -> room >= wanted)
                                        .isPresent())
                .map(variant -> Fix.of(variant.title(), variant.changes().toArray(Change[]::new)))
                .forEach(fixes::add);
        return fixes;
    }
}
