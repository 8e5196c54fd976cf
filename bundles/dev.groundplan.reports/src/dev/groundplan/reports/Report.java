package dev.groundplan.reports;

import java.util.List;

/**
 * A view of a result as blocks. Stateless and final; a new one appears in the lifecycle plan and
 * the workbench by its line in {@link Reports}.
 *
 * @param <T> what it shows: an analysis, an estimate, a catalogue
 */
public interface Report<T> {
    /** Its id in every tool. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The heading of its section. */
    String title();

    /** Empty when there is nothing to show. */
    List<Block> render(T result);
}
