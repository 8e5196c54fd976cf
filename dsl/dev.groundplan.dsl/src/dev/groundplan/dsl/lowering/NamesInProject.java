package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.dsl.model.Scaled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the names that a project's blocks mention stand for: its own blocks first, then the
 * catalogue.
 */
final class NamesInProject {
    private final Catalogue catalogue;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, PretrainStage> pretrained = new LinkedHashMap<>();

    NamesInProject(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    void add(Dataset dataset) {
        datasets.put(dataset.name(), dataset);
    }

    void add(PretrainStage stage) {
        pretrained.put(stage.name(), stage);
    }

    /** The project's own, in the order of the text. */
    List<Dataset> datasets() {
        return List.copyOf(datasets.values());
    }

    /** The datasets that a property mentions, as far as they are known. */
    List<Dataset> datasets(Block block, String property) {
        return block.mentioned(property).stream().flatMap(name -> dataset(name).stream()).toList();
    }

    private Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(datasets.get(name))
                .or(() -> Optional.ofNullable(catalogue.datasets().get(name)));
    }

    Optional<Dataset> dataset(Block block, String property) {
        return datasets(block, property).stream().findFirst();
    }

    Optional<Servable> servable(String name) {
        return Optional.<Servable>ofNullable(pretrained.get(name))
                .or(() -> Optional.ofNullable(catalogue.models().get(name)))
                .or(() -> Optional.ofNullable(catalogue.endpoints().get(name)));
    }

    /** The model or endpoint that a property mentions, as far as it is known. */
    Optional<Servable> servable(Block block, String property) {
        return block.mention(property).flatMap(this::servable);
    }

    List<Servable> servables(Block block, String property) {
        return block.mentioned(property).stream().flatMap(name -> servable(name).stream()).toList();
    }

    /** The accelerators that a block names, when the catalogue knows them. */
    Optional<Hardware> hardware(Block owner) {
        return owner.child("Hardware").flatMap(this::accelerators);
    }

    private Optional<Hardware> accelerators(Block block) {
        return block.mention("accelerator")
                .map(catalogue.accelerators()::get)
                .map(
                        spec ->
                                new Hardware(
                                        count(block),
                                        spec,
                                        block.mention("region"),
                                        block.range()));
    }

    private static Optional<Integer> count(Block hardware) {
        return hardware.values("count").stream()
                .findFirst()
                .map(count -> Numbers.read((Scaled) count, 1))
                .filter(number -> number.isPresent() && number.getAsDouble() >= 1)
                .map(number -> (int) Math.min(Integer.MAX_VALUE, number.getAsDouble()));
    }
}
