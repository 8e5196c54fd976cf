package dev.groundplan.core.plan;

import java.util.List;

/**
 * The work that a project's blocks imply, in the order of the lifecycle, with what its {@code
 * tasks} say. A project that says nothing still has to be scoped, choose a model, find a prompt,
 * evaluate, deploy and integrate; every further step follows from a block.
 */
public final class WorkBreakdown {
    private WorkBreakdown() {}

    /** The work of a project; names are unique, what {@code after} names may be missing. */
    public static List<Work> of(WorkSources sources) {
        WorkList list = new WorkList(sources);
        ScopingWork scoping = new ScopingWork(sources, list);
        AlignmentWork alignment = new AlignmentWork(sources, list, scoping);
        new IntegrationWork(sources, list, scoping, alignment);
        WrittenWork.apply(sources, list);
        return list.all().stream()
                .map(work -> work.after(work.after().stream().map(WorkBreakdown::step).toList()))
                .toList();
    }

    /** The step that a name of the file means: {@code serve} is the deployment. */
    public static String step(String name) {
        return name.equals("serve") ? "deploy" : name;
    }
}
