package dev.groundplan.dsl.lowering;

import dev.groundplan.core.analysis.Similar;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.Pruning;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Words;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.dsl.model.ModelChoice;
import dev.groundplan.dsl.model.Pretrain;
import dev.groundplan.dsl.model.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;

/** Checks what one property alone cannot tell: whether the parts of a block go together. */
final class MeaningChecks {
    private static final List<String> TUNING = List.of("full", "lora", "qlora", "prompt-tuning");
    private static final List<String> FEEDBACK = List.of("ppo", "dpo", "grpo");

    /** Which methods a property of a method belongs to. */
    private static final Map<String, List<String>> BELONGS =
            Map.of(
                    "rank", List.of("lora", "qlora"),
                    "targets", List.of("lora", "qlora"),
                    "bits", List.of("qlora"),
                    "virtual-tokens", List.of("prompt-tuning"),
                    "reward-model", List.of("ppo"),
                    "reference", List.of("dpo", "grpo"),
                    "group", List.of("grpo"));

    private final Locations locations;
    private final List<Misreading> found = new ArrayList<>();

    MeaningChecks(Locations locations) {
        this.locations = locations;
    }

    List<Misreading> found() {
        return found;
    }

    /** Checks the block itself, not those inside. */
    void check(EObject object) {
        switch (object.eClass().getName()) {
            case "Method" -> method(block(object), block(object.eContainer()));
            case "Deployment" -> {
                deployed(block(object));
                portions(block(object), "purchase");
            }
            case "Decision" -> portions(block(object), "weigh");
            case "Actual" -> actual(block(object));
            case "Prune" -> pattern(block(object));
            case "Cap" -> cap(block(object));
            case "Team" -> capacities(block(object));
            default -> {
                // its properties do not depend on each other
            }
        }
    }

    private Block block(EObject object) {
        return new Block(object, locations);
    }

    /** A kind of accelerator has one limit. */
    private void capacities(Block team) {
        Map<String, Block> first = new HashMap<>();
        for (Block limit : team.children("Capacity")) {
            String kind = limit.mention("accelerator").orElse("");
            Block before = first.putIfAbsent(kind, limit);
            if (before != null) {
                found.add(
                        new Misreading.Duplicate(
                                limit.range(),
                                team.id(),
                                limit.keyword() + " … x " + kind,
                                before.range()));
            }
        }
    }

    private void method(Block method, Block owner) {
        String kind = method.text("kind").orElse("");
        List<String> allowed = owner.is("Reinforce") ? FEEDBACK : TUNING;
        List<String> others = owner.is("Reinforce") ? TUNING : FEEDBACK;
        if (others.contains(kind)) {
            found.add(
                    new Misreading.UnknownWord(
                            method.rangeOf("kind"), owner.id(), "method", kind, allowed));
            return;
        }
        BELONGS.forEach(
                (property, kinds) -> {
                    if (allowed.contains(kind)
                            && !kinds.contains(kind)
                            && !method.values(property).isEmpty()) {
                        impossible(
                                method,
                                property,
                                "it belongs to "
                                        + String.join(" and ", kinds)
                                        + ", not to "
                                        + kind);
                    }
                });
    }

    /** A deployment is called as the model that it serves. */
    private void deployed(Block deployment) {
        Set<String> models = new TreeSet<>();
        EObject project = EcoreUtil2.getContainerOfType(deployment.object(), Project.class);
        for (TreeIterator<EObject> all = project.eAllContents(); all.hasNext(); ) {
            EObject part = all.next();
            if (part instanceof ModelChoice) {
                models.addAll(block(part).mentioned("existing"));
            }
            if (part instanceof ModelChoice || part instanceof Pretrain) {
                Overlay.of(part).name().ifPresent(models::add);
            }
        }
        if (deployment.isNamed() && !models.contains(deployment.name())) {
            found.add(
                    new Misreading.UnresolvedName(
                            deployment.rangeOf("name"),
                            deployment.id(),
                            "model of the project",
                            deployment.name(),
                            Similar.to(deployment.name(), models)));
        }
    }

    /** Shares of one whole. */
    private void portions(Block owner, String property) {
        double sum = 0;
        for (Block portion : owner.parts(property)) {
            sum +=
                    portion.exact("share", Dimension.RATIO)
                            .map(share -> share.value().value())
                            .orElse(0.0);
        }
        // a little more is rounding: three thirds written as 33.4 %
        if (sum > 1.01) {
            impossible(owner, property, "the shares add up to " + new Ratio(sum));
        }
    }

    private void actual(Block actual) {
        Optional<LocalDate> started = actual.date("started");
        Optional<LocalDate> finished = actual.date("finished");
        if (started.isPresent()
                && finished.filter(day -> day.isBefore(started.get())).isPresent()) {
            impossible(actual, "finished", "the step started on " + started.get());
        }
    }

    private void pattern(Block prune) {
        Pruning pruning = DeploymentLowering.pruning(prune);
        if (pruning.kept().isPresent()
                && pruning.group().filter(group -> group < pruning.kept().get()).isPresent()) {
            impossible(prune, "pattern", "it keeps more weights than a group has");
        }
    }

    /** What is capped decides what kind of money caps it. */
    private void cap(Block cap) {
        Optional<Policy.Capped> what = cap.word("what", Policy.Capped.values()).map(Stated::value);
        boolean readable =
                cap.uncertain("limit", Dimension.PRICE_PER_HOUR).isPresent()
                        || cap.uncertain("limit", Dimension.PRICE_PER_MONTH).isPresent()
                        || cap.uncertain("limit", Dimension.MONEY).isPresent();
        if (what.isPresent() && readable && PolicyLowering.limit(cap, what.get()).isEmpty()) {
            Dimension<?> expected = PolicyLowering.dimension(what.get());
            found.add(
                    new Misreading.WrongDimension(
                            cap.rangeOf("limit"),
                            cap.id(),
                            "cap " + Words.of(what.get()),
                            cap.written("limit"),
                            expected.phrase(),
                            expected.example(),
                            Optional.empty()));
        }
    }

    private void impossible(Block block, String property, String reason) {
        found.add(
                new Misreading.ImpossibleValue(
                        block.rangeOf(property),
                        block.id(),
                        property,
                        block.written(property),
                        reason));
    }
}
