package dev.groundplan.core.plan;

/** Which of the catalogues that lie over each other says something, the outermost first. */
public enum Layer {
    BUILT_IN(""),
    /** A newer catalogue that the root has taken over the built-in one. */
    UPDATE("update of the catalogue"),
    ORGANISATION("catalogue of the organisation"),
    /** The project's own file, or one that it imports. */
    FILE("declared in the project's files");

    private final String phrase;

    Layer(String phrase) {
        this.phrase = phrase;
    }

    /** For people; empty for what comes with the program. */
    public String phrase() {
        return phrase;
    }
}
