package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Level;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Team;
import dev.groundplan.core.units.Dimension;

/** Reads {@code team { … }}. */
final class TeamLowering {
    private TeamLowering() {}

    static Team of(Block project) {
        return project.child("Team").map(TeamLowering::team).orElse(Team.NONE);
    }

    /** Of a project or a portfolio. */
    static Team team(Block block) {
        return new Team(
                block.header(),
                block.word("expertise", Level::of),
                block.children("Role").stream().map(TeamLowering::role).toList());
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
