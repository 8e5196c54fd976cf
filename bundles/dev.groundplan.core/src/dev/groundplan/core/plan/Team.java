package dev.groundplan.core.plan;

import java.util.List;
import java.util.Optional;

/** Who does the work. */
public record Team(SourceRange range, Optional<Stated<Level>> expertise, List<Role> roles) {
    public static final Team NONE = new Team(SourceRange.NOWHERE, Optional.empty(), List.of());

    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }
}
