package dev.groundplan.cli;

import dev.groundplan.core.analysis.Similar;
import java.util.List;

/** What a complaint adds about a word that is nearly right. */
final class Hint {
    private Hint() {}

    /** {@code ; did you mean a or b?}, or nothing when no name is near. */
    static String didYouMean(String written, List<String> names) {
        List<String> near = Similar.to(written, names);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
