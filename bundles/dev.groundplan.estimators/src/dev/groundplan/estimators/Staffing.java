package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.RoleRate;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Team;
import dev.groundplan.core.plan.Work;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Who does which kind of work, and at which rate. */
public final class Staffing {
    private Staffing() {}

    /**
     * The role that the file names; else the nearest that the team has, else the first whose rate
     * the catalogue knows, else the first.
     */
    static String role(Work work, Facts facts) {
        return work.by().map(Stated::value).orElseGet(() -> role(work.kind(), facts));
    }

    /** Who usually does this kind of work. */
    static String role(String kind, Facts facts) {
        List<String> suited = suited(kind);
        return suited.stream()
                .filter(name -> isThere(facts.plan().team(), name))
                .findFirst()
                .or(
                        () ->
                                suited.stream()
                                        .filter(facts.catalogue().rates()::containsKey)
                                        .findFirst())
                .orElse(suited.getFirst());
    }

    /** Whether the role has anybody, and a share of their time. */
    static boolean isThere(Team team, String role) {
        return team.role(role)
                .filter(r -> r.people().map(p -> p.value().value() > 0).orElse(true))
                .filter(r -> r.share().map(s -> s.value().value() > 0).orElse(true))
                .isPresent();
    }

    /** Where another role stands in for the one that usually does such work, a word on it. */
    private static Optional<String> substitution(Work work, String role, Facts facts) {
        if (work.by().isPresent() || facts.plan().team().roles().isEmpty()) {
            return Optional.empty();
        }
        String usual = suited(work.kind()).getFirst();
        if (facts.plan().team().role(role).isEmpty()) {
            return Optional.of("the team has no " + usual + "; bought at the catalogue's rate");
        }
        return role.equals(usual)
                ? Optional.empty()
                : Optional.of("the team has no " + usual + "; done by its " + role);
    }

    /** As many as share such work, of those who are there. */
    static WorkEffortEstimation.Crew crew(Work work, Facts facts) {
        String name = role(work, facts);
        Optional<Role> role = facts.plan().team().role(name);
        Optional<Stated<Count>> there =
                role.flatMap(Role::people).filter(n -> n.value().value() > 0);
        String usual = "crew." + work.kind();
        boolean known = facts.catalogue().priors().containsKey(usual);
        Stated<Count> sharing =
                Stated.assumed(
                        known
                                ? new Count(facts.prior(usual).value().likely().value())
                                : Count.of(1),
                        known ? "such work is shared by as many" : "one person at a time",
                        Source.UNKNOWN);
        boolean parted = work.kind().equals("label") || work.kind().startsWith("human-review");
        Stated<Count> people =
                there.filter(n -> parted || n.value().compareTo(sharing.value()) < 0)
                        .orElse(sharing);
        Stated<Ratio> share =
                role.flatMap(Role::share)
                        .filter(s -> s.value().value() > 0)
                        .orElseGet(() -> Stated.assumed(Ratio.ONE, "all of it", Source.UNKNOWN));
        Stated<Uncertain<Ratio>> availability =
                new Stated<>(
                        facts.prior("team.availability", Dimension.RATIO),
                        facts.prior("team.availability").origin());
        return new WorkEffortEstimation.Crew(
                name, people, share, availability, substitution(work, name, facts));
    }

    /** The team's rate, else the catalogue's. */
    public static Optional<Stated<Uncertain<PricePerDay>>> rate(String role, Facts facts) {
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

    /** Nearest first. Labels and samples are not read by engineers: rather they are bought. */
    private static List<String> suited(String kind) {
        return switch (kind) {
            case "scope" ->
                    List.of("architect", "product-owner", "ml-engineer", "software-engineer");
            case "select" -> List.of("architect", "ml-engineer", "software-engineer");
            case "data" ->
                    List.of("data-engineer", "ml-engineer", "software-engineer", "architect");
            case "data.golden" ->
                    List.of(
                            "evaluator",
                            "domain-expert",
                            "data-engineer",
                            "ml-engineer",
                            "architect");
            case "label" -> List.of("annotator", "domain-expert", "reviewer", "agent");
            case "take-over" -> List.of("agent", "reviewer", "domain-expert");
            case "human-review", Work.REVIEW_OF_A_ROUND ->
                    List.of("reviewer", "domain-expert", "annotator", "evaluator", "agent");
            case "evaluation", Work.ROUND_OF_EVALUATION, "evaluation.compressed", "benchmark" ->
                    List.of("evaluator", "ml-engineer", "data-engineer", "architect");
            case "red-team" ->
                    List.of("security-engineer", "evaluator", "ml-engineer", "software-engineer");
            case "security-review" ->
                    List.of("security-engineer", "architect", "software-engineer", "ml-engineer");
            case "privacy-assessment" ->
                    List.of("legal", "architect", "product-owner", "security-engineer");
            case "deploy", "deploy.hosted", "integrate", "monitor", "retrieval", "tools" ->
                    List.of("software-engineer", "ml-engineer", "architect", "data-engineer");
            case "program-aided", "guard", "cache", "hand-over" ->
                    List.of("software-engineer", "ml-engineer", "architect", "data-engineer");
            default -> List.of("ml-engineer", "data-engineer", "software-engineer", "architect");
        };
    }
}
