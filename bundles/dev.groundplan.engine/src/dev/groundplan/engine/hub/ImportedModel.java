package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Architecture;
import dev.groundplan.core.units.Parameters;
import java.util.List;

/**
 * A model as its files describe it.
 *
 * @param parameters counted from the architecture
 * @param text the declaration, ending in a line break
 * @param notes what a reader of the declaration should know, for people
 */
public record ImportedModel(
        String name,
        Architecture architecture,
        Parameters parameters,
        String text,
        List<String> notes) {
    public ImportedModel {
        notes = List.copyOf(notes);
    }
}
