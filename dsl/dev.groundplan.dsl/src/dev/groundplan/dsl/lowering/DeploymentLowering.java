package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Pruning;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.PurchaseShare;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Speculation;
import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code deployment { … }}: how a model is served. */
final class DeploymentLowering {
    private static final String UNNAMED = "deployment";

    private final NamesInProject names;
    private final List<ModelChoice> models;

    DeploymentLowering(NamesInProject names, List<ModelChoice> models) {
        this.names = names;
        this.models = models;
    }

    List<Serving> of(Block project) {
        return project.children("Deployment").stream()
                .filter(block -> !block.values("removed").contains(true))
                .map(this::serving)
                .toList();
    }

    private Serving serving(Block block) {
        Optional<ModelChoice> model =
                models.stream()
                        .filter(m -> !block.isNamed() || isCalled(m, block.name()))
                        .findFirst();
        Optional<Block> engine = block.child("Engine");
        return new Serving(
                block.id(),
                block.isNamed() ? block.name() : UNNAMED,
                block.header(),
                model,
                names.hardware(block),
                compression(block),
                engine.flatMap(e -> e.text("engine")),
                engine.flatMap(e -> e.exact("batch", Dimension.COUNT)),
                engine.flatMap(e -> e.exact("context", Dimension.TOKENS)),
                engine.flatMap(e -> e.whole("tensor")),
                engine.flatMap(e -> e.text("kv-cache")),
                engine.flatMap(e -> e.uncertain("prefix-cache", Dimension.RATIO)),
                engine.flatMap(e -> e.child("Speculative")).map(this::speculation),
                block.mention("region").map(names.catalogue().regions()::get),
                block.bounds("replicas", Dimension.COUNT),
                purchase(block),
                Optional.empty());
    }

    /** By its own name, or by that of the model chosen. */
    private static boolean isCalled(ModelChoice choice, String name) {
        return choice.name().equals(name)
                || choice.model().filter(m -> m.value().name().equals(name)).isPresent();
    }

    /** In the order in which they are done, whatever the order of the text. */
    private List<CompressionStage> compression(Block block) {
        List<CompressionStage> steps = new ArrayList<>();
        block.child("Distil").ifPresent(b -> steps.add(distil(b)));
        block.child("Prune").ifPresent(b -> steps.add(prune(b, after(steps))));
        block.child("Quantise").ifPresent(b -> steps.add(quantise(b, after(steps))));
        return steps;
    }

    private static List<String> after(List<CompressionStage> steps) {
        return steps.isEmpty() ? List.of() : List.of(steps.getLast().name());
    }

    private CompressionStage distil(Block block) {
        return new CompressionStage(
                block.id(),
                "distil",
                block.header(),
                CompressionStage.Kind.DISTIL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                names.datasets(block, "on"),
                Optional.empty(),
                block.uncertain("tokens", Dimension.TOKENS),
                names.servable(block, "into"),
                names.hardware(block),
                List.of());
    }

    private static CompressionStage prune(Block block, List<String> after) {
        return new CompressionStage(
                block.id(),
                "prune",
                block.header(),
                CompressionStage.Kind.PRUNE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pruning(block)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                after);
    }

    static Pruning pruning(Block block) {
        Optional<String[]> pattern =
                block.text("pattern").map(text -> text.strip().split("\\s*:\\s*"));
        return new Pruning(
                pattern.flatMap(parts -> Numbers.whole(parts[0])),
                pattern.flatMap(parts -> Numbers.whole(parts[parts.length - 1])),
                block.exact("sparsity", Dimension.RATIO),
                block.values("unstructured").contains(true));
    }

    private CompressionStage quantise(Block block, List<String> after) {
        Optional<Block> calibration = block.child("Calibration");
        return new CompressionStage(
                block.id(),
                "quantise",
                block.header(),
                CompressionStage.Kind.QUANTISE,
                block.text("scheme"),
                block.whole("bits"),
                block.whole("group"),
                Optional.empty(),
                calibration.map(c -> names.datasets(c, "on")).orElse(List.of()),
                calibration.flatMap(c -> c.exact("amount", Dimension.COUNT)),
                calibration
                        .filter(c -> c.exact("amount", Dimension.COUNT).isEmpty())
                        .flatMap(c -> c.uncertain("amount", Dimension.TOKENS)),
                Optional.empty(),
                names.hardware(block),
                after);
    }

    private Speculation speculation(Block block) {
        return new Speculation(
                block.header(),
                block.mention("draft").orElse("?"),
                names.servable(block, "draft"),
                block.exact("tokens", Dimension.TOKENS),
                block.uncertain("accept", Dimension.RATIO));
    }

    private static List<PurchaseShare> purchase(Block block) {
        return Portions.of(block, "purchase", Purchase.values()).stream()
                .map(p -> new PurchaseShare(p.what(), p.share(), p.range()))
                .toList();
    }
}
