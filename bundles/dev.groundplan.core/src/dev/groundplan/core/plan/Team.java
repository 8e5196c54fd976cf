package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * Who does the work, and on what.
 *
 * @param capacities of accelerators that are limited, each kind once
 */
public record Team(
        SourceRange range,
        Optional<Stated<Level>> expertise,
        List<Role> roles,
        List<Capacity> capacities) {
    public static final Team NONE =
            new Team(SourceRange.NOWHERE, Optional.empty(), List.of(), List.of());

    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** How many accelerators of a kind there are at once; empty when the file sets no limit. */
    public Optional<Capacity> capacity(String accelerator) {
        return capacities.stream()
                .filter(limit -> limit.accelerator().equals(accelerator))
                .findFirst();
    }

    /** The same with other people. */
    public Team with(List<Role> other) {
        return new Team(range, expertise, other, capacities);
    }
}
