package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** The use case: what the application does, for whom, under which limits. */
public record Scope(
        SourceRange range,
        Optional<Stated<String>> goal,
        Optional<Stated<Breadth>> breadth,
        List<Stated<String>> tasks,
        Optional<String> domain,
        List<Stated<String>> languages,
        Optional<Stated<Complexity>> complexity,
        List<Stated<String>> needs,
        Optional<Stated<Time>> freshness,
        Optional<Stated<Uncertain<Count>>> users,
        List<Workload> workloads,
        ServiceLevels service,
        Constraints constraints,
        Budget budget,
        Optional<BusinessValue> value) {
    /** Whether the project says that it needs this. */
    public boolean needs(String word) {
        return Stated.values(needs).contains(word);
    }

    /** The same as a what-if with other promises. */
    public Scope with(ServiceLevels other) {
        return new Scope(
                range,
                goal,
                breadth,
                tasks,
                domain,
                languages,
                complexity,
                needs,
                freshness,
                users,
                workloads,
                other,
                constraints,
                budget,
                value);
    }

    /** A project that says nothing of its scope. */
    public static final Scope EMPTY =
            new Scope(
                    SourceRange.NOWHERE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    ServiceLevels.NONE,
                    Constraints.NONE,
                    Budget.NONE,
                    Optional.empty());
}
