package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Capacity;
import dev.groundplan.core.plan.Level;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Team;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.model.Scaled;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code team { … }}. */
final class TeamLowering {
    /** More accelerators than anybody has. */
    private static final double MOST = 1e9;

    private TeamLowering() {}

    static Team of(Block project) {
        return project.child("Team").map(TeamLowering::team).orElse(Team.NONE);
    }

    /** Of a project or a portfolio. */
    static Team team(Block block) {
        return new Team(
                block.header(),
                block.word("expertise", Level::of),
                block.children("Role").stream().map(TeamLowering::role).toList(),
                block.children("Capacity").stream()
                        .flatMap(limit -> capacity(limit).stream())
                        .toList());
    }

    private static Optional<Capacity> capacity(Block block) {
        OptionalDouble count =
                block.values("count").stream()
                        .findFirst()
                        .map(number -> Numbers.read((Scaled) number, 1))
                        .orElse(OptionalDouble.empty());
        return count.isEmpty()
                ? Optional.empty()
                : block.mention("accelerator")
                        .map(
                                accelerator ->
                                        new Capacity(
                                                accelerator,
                                                (int) Math.clamp(count.getAsDouble(), 0, MOST),
                                                block.range()));
    }

    private static Role role(Block block) {
        return new Role(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.exact("people", Dimension.COUNT),
                block.uncertain("rate", Dimension.PRICE_PER_DAY),
                block.word("expertise", Level::of).map(Stated::value),
                block.exact("share", Dimension.RATIO));
    }
}
