package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Who does which kind of work, and at which rate. */
final class Staffing {
    private Staffing() {}

    /** The nearest role that the team has, else the first whose rate the catalogue knows, else the first. */
    static String role(String kind, Facts facts) {
        List<String> suited = suited(kind);
        return suited.stream()
                .filter(name -> facts.plan().team().role(name).isPresent())
                .findFirst()
                .or(
                        () ->
                                suited.stream()
                                        .filter(facts.catalogue().rates()::containsKey)
                                        .findFirst())
                .orElse(suited.getFirst());
    }

    /** The team's rate, else the catalogue's. */
    static Optional<Stated<Uncertain<PricePerDay>>> rate(String role, Facts facts) {
        return facts.plan()
                .team()
                .role(role)
                .flatMap(Role::rate)
                .or(
                        () -> {
                            RoleRate usual = facts.catalogue().rates().get(role);
                            return Optional.ofNullable(usual)
                                    .map(rate -> new Stated<>(rate.perDay(), rate.origin()));
                        });
    }

    /** Nearest first. */
    private static List<String> suited(String kind) {
        return switch (kind) {
            case "scope" ->
                    List.of("architect", "product-owner", "ml-engineer", "software-engineer");
            case "select" -> List.of("architect", "ml-engineer", "software-engineer");
            case "data" ->
                    List.of("data-engineer", "ml-engineer", "software-engineer", "architect");
            case "evaluation" -> List.of("evaluator", "ml-engineer", "data-engineer", "architect");
            case "deploy", "augment" ->
                    List.of("software-engineer", "ml-engineer", "architect", "data-engineer");
            default -> List.of("ml-engineer", "data-engineer", "software-engineer", "architect");
        };
    }
}
