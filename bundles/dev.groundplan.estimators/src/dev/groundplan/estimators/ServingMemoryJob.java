package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.BytesPerToken;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;
import java.util.stream.Stream;

/** One deployment whose weights are known. */
record ServingMemoryJob(
        Serving serving, Facts facts, ParameterEstimation size, Estimate<Bytes> weights) {
    /** Replicas of more accelerators are not looked for; larger ones can be written. */
    private static final int MOST_ACCELERATORS = 64;

    ServingMemoryEstimation estimate() {
        Optional<AcceleratorSpec> accelerator = serving.hardware().map(Hardware::accelerator);
        Optional<Estimate<BytesPerToken>> perToken = size.architecture().flatMap(this::perToken);
        Stated<Tokens> longest = longest();
        Optional<Estimate<Bytes>> longestCache =
                size.architecture().flatMap(a -> longestCache(a, longest));
        Optional<Count> needed =
                accelerator.flatMap(
                        a ->
                                Stream.iterate(1, n -> n <= MOST_ACCELERATORS, n -> n * 2)
                                        .filter(n -> fits(a, n, longestCache))
                                        .findFirst()
                                        .map(Count::of));
        Count accelerators =
                serving.hardware()
                        .flatMap(Hardware::count)
                        .or(serving::tensor)
                        .map(Count::of)
                        .or(() -> needed)
                        .orElse(Count.of(1));
        Optional<Bytes> usable = accelerator.map(a -> usable(a, accelerators));
        Optional<Estimate<Bytes>> overhead = accelerator.flatMap(a -> overhead(accelerators));
        Optional<Estimate<Count>> concurrency =
                size.architecture().flatMap(a -> concurrency(a, usable, overhead));
        Optional<Estimate<Bytes>> cache =
                size.architecture().flatMap(a -> concurrency.flatMap(n -> cache(a, n)));
        Optional<Estimate<Bytes>> total = cache.flatMap(c -> overhead.flatMap(o -> total(c, o)));
        Optional<Bytes> free = usable.flatMap(u -> total.map(t -> u.minus(t.value().likely())));
        return new ServingMemoryEstimation(
                weights,
                perToken,
                longest.value(),
                longestCache,
                cache,
                concurrency,
                overhead,
                total,
                free,
                usable,
                accelerator,
                accelerators,
                needed);
    }

    private boolean fits(AcceleratorSpec accelerator, int n, Optional<Estimate<Bytes>> longest) {
        Count count = Count.of(n);
        double least =
                weights.value().likely().value()
                        + longest.map(l -> l.value().likely().value()).orElse(0.0)
                        + n * runtime().value();
        return least <= usable(accelerator, count).value();
    }

    private Bytes runtime() {
        return facts.prior("serving.memory.runtime", Dimension.BYTES).likely();
    }

    private Bytes usable(AcceleratorSpec accelerator, Count accelerators) {
        Ratio share = facts.prior("serving.memory.usable", Dimension.RATIO).likely();
        return new Bytes(accelerator.memory().value() * share.value() * accelerators.value());
    }

    private Optional<Estimate<BytesPerToken>> perToken(Stated<Architecture> architecture) {
        Calculation c =
                new Calculation(
                        ServingMemory.NAME,
                        architecture.value().latent().isPresent()
                                ? "KV = L·(r_kv + d_rope)·w_kv"
                                : "KV = 2·L·k·d·w_kv");
        shape(c, architecture);
        Calculation.Term each = cacheBytes(c);
        return c.of(
                ServingMemory.key(serving, "kv-per-token"),
                "Key-value cache per token",
                BytesPerToken::new,
                () ->
                        KvCacheFormula.perToken(architecture.value(), new Bytes(each.value()))
                                .value());
    }

    /**
     * Written for the engine, else as long as one request in ten, else all that the model takes.
     */
    private Stated<Tokens> longest() {
        if (serving.context().isPresent()) {
            return serving.context().get();
        }
        Load load = Load.of(facts, Served.choice(serving, facts));
        double tokens =
                load.request().longInput().value().likely().value()
                        + load.request().longOutput().value().likely().value();
        return Stated.assumed(
                new Tokens(Double.isFinite(tokens) ? tokens : 0),
                "a long request with a long answer, as one in ten is",
                Source.UNKNOWN);
    }

    private Optional<Estimate<Bytes>> longestCache(
            Stated<Architecture> architecture, Stated<Tokens> longest) {
        Calculation c =
                new Calculation(
                        ServingMemory.NAME,
                        "KV(x) = KV·x, windowed layers no more than their window");
        shape(c, architecture);
        Calculation.Term each = cacheBytes(c);
        Calculation.Term x = c.exact("x", "tokens of the longest request", longest);
        return c.of(
                ServingMemory.key(serving, "kv-longest-request"),
                "Key-value cache of one longest request",
                Bytes::new,
                () -> sequence(architecture, each, x.value()));
    }

    private Optional<Estimate<Count>> concurrency(
            Stated<Architecture> architecture,
            Optional<Bytes> usable,
            Optional<Estimate<Bytes>> overhead) {
        Calculation c =
                new Calculation(
                        ServingMemory.NAME,
                        "b = min(B, (M·u − W − runtime) / (KV·E[x]·(1 + waste)))");
        Calculation.Term most =
                c.exact(
                        "B",
                        "requests that the engine takes at once",
                        Served.batch(serving, facts));
        Calculation.Term w = c.result("W", weights);
        shape(c, architecture);
        Calculation.Term each = cacheBytes(c);
        Calculation.Term waste = c.plainPrior("waste", facts, "serving.memory.cache-waste");
        Calculation.Term x = mean(c);
        if (usable.isEmpty() || overhead.isEmpty()) {
            return c.note("no accelerator is named, so memory does not limit it")
                    .of(
                            ServingMemory.key(serving, "concurrency"),
                            "Requests under way together",
                            Count::new,
                            most::value);
        }
        Calculation.Term o = c.result("runtime", overhead.get());
        Calculation.Term m =
                c.exact(
                        "M·u",
                        "usable memory of the replica",
                        new Stated<>(
                                usable.get(),
                                Accelerators.origin(
                                        serving.hardware().orElseThrow().accelerator())));
        return c.of(
                ServingMemory.key(serving, "concurrency"),
                "Requests under way together",
                Count::new,
                () -> {
                    double one = sequence(architecture, each, x.value()) * (1 + waste.value());
                    double room = Math.max(0, m.value() - w.value() - o.value());
                    return one > 0 ? Math.min(most.value(), room / one) : most.value();
                });
    }

    private Optional<Estimate<Bytes>> cache(
            Stated<Architecture> architecture, Estimate<Count> concurrency) {
        Calculation c = new Calculation(ServingMemory.NAME, "b·KV·E[x]·(1 + waste)");
        Calculation.Term b = c.result("b", concurrency);
        shape(c, architecture);
        Calculation.Term each = cacheBytes(c);
        Calculation.Term waste = c.plainPrior("waste", facts, "serving.memory.cache-waste");
        Calculation.Term x = mean(c);
        return c.of(
                ServingMemory.key(serving, "kv"),
                "Key-value cache",
                Bytes::new,
                () -> b.value() * sequence(architecture, each, x.value()) * (1 + waste.value()));
    }

    /**
     * Tokens that a request holds on average while it is answered: its input and half of its
     * answer.
     */
    private Calculation.Term mean(Calculation c) {
        RequestEstimation request = Load.of(facts, Served.choice(serving, facts)).request();
        Uncertain<Tokens> mean =
                Uncertain.combine(
                        request.input().value(),
                        request.output().value(),
                        (i, o) -> i.plus(o.dividedBy(2)));
        return c.range(
                "E[x]",
                "mean input and half an answer",
                new Stated<>(mean, request.input().derivation().inputs().getFirst().origin()));
    }

    private Optional<Estimate<Bytes>> overhead(Count accelerators) {
        Calculation c = new Calculation(ServingMemory.NAME, "n·runtime");
        Calculation.Term n =
                c.exact(
                        "n",
                        "accelerators of a replica",
                        new Stated<>(accelerators, Origin.written(serving.range())));
        Calculation.Term each =
                c.prior("runtime", facts, "serving.memory.runtime", Dimension.BYTES);
        return c.of(
                ServingMemory.key(serving, "overhead"),
                "Runtime memory",
                Bytes::new,
                () -> n.value() * each.value());
    }

    private Optional<Estimate<Bytes>> total(Estimate<Bytes> cache, Estimate<Bytes> overhead) {
        Calculation c = new Calculation(ServingMemory.NAME, "(W + b·KV·E[x])·ε + runtime");
        Calculation.Term w = c.result("W", weights);
        Calculation.Term kv = c.result("b·KV·E[x]", cache);
        Calculation.Term o = c.result("runtime", overhead);
        Calculation.Term residual = c.plainPrior("ε", facts, "serving.memory.residual");
        return c.of(
                ServingMemory.key(serving, "total"),
                "Memory of a replica",
                Bytes::new,
                () -> (w.value() + kv.value()) * residual.value() + o.value());
    }

    private static double sequence(
            Stated<Architecture> architecture, Calculation.Term each, double tokens) {
        return Double.isFinite(tokens)
                ? KvCacheFormula.of(
                                architecture.value(), new Bytes(each.value()), new Tokens(tokens))
                        .value()
                : Double.POSITIVE_INFINITY;
    }

    private Calculation.Term cacheBytes(Calculation c) {
        return c.exact("w_kv", "bytes of a key or value", Served.cacheBytes(serving, facts));
    }

    private static void shape(Calculation c, Stated<Architecture> architecture) {
        Architecture a = architecture.value();
        c.number("L", "layers", a.layers(), architecture.origin());
        a.latent()
                .ifPresentOrElse(
                        l -> {
                            c.number(
                                    "r_kv",
                                    "rank of keys and values",
                                    l.kv(),
                                    architecture.origin());
                            c.number(
                                    "d_rope",
                                    "rotary part of a head",
                                    l.ropeHead(),
                                    architecture.origin());
                        },
                        () -> {
                            c.number("k", "key-value heads", a.kvHeads(), architecture.origin());
                            c.number("d", "width of a head", a.headDim(), architecture.origin());
                        });
    }
}
