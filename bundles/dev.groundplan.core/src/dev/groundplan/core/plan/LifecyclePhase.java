package dev.groundplan.core.plan;

/** The four phases of a generative-AI project. */
public enum LifecyclePhase {
    SCOPE("Scope"),
    SELECT("Select"),
    ADAPT_AND_ALIGN("Adapt and align"),
    INTEGRATE("Integrate");

    private final String title;

    LifecyclePhase(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
