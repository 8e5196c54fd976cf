package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code model { … }} of a project: which model answers, and why. */
final class ModelLowering {
    /** A choice without a name of its own. */
    static final String UNNAMED = "model";

    private final NamesInProject names;
    private final StageLowering stages;

    ModelLowering(NamesInProject names, StageLowering stages) {
        this.names = names;
        this.stages = stages;
    }

    /** The models that the project pre-trains; from here on they can be named. */
    List<PretrainStage> pretrained(Block project) {
        List<PretrainStage> own = new ArrayList<>();
        for (Block choice : project.children("ModelChoice")) {
            for (Block block : choice.children("Pretrain")) {
                PretrainStage stage = stages.pretrain(block);
                names.add(stage);
                own.add(stage);
            }
        }
        return own;
    }

    List<ModelChoice> choices(Block project) {
        return project.children("ModelChoice").stream().map(this::choice).toList();
    }

    private ModelChoice choice(Block block) {
        return new ModelChoice(
                block.id(),
                block.isNamed() ? block.name() : UNNAMED,
                block.header(),
                model(block),
                block.text("because"),
                names.servables(block, "candidates"),
                block.children("Rejected").stream().map(ModelLowering::rejected).toList(),
                block.uncertain("share", Dimension.RATIO),
                names.servable(block, "fallback"));
    }

    /** The one to be pre-trained, or else the existing one. */
    private Optional<Stated<Servable>> model(Block block) {
        return block.child("Pretrain")
                .flatMap(
                        own ->
                                names.servable(own.name())
                                        .map(stage -> Stated.written(stage, own.header())))
                .or(
                        () ->
                                names.servable(block, "existing")
                                        .map(m -> Stated.written(m, block.rangeOf("existing"))));
    }

    private static ModelChoice.Rejected rejected(Block block) {
        return new ModelChoice.Rejected(
                block.mention("model").orElse("?"), block.text("because"), block.range());
    }
}
