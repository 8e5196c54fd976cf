package dev.groundplan.engine.hub;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a card's name of a licence to the catalogue's. */
final class Licences {
    /** Names under which the hub and the catalogue know the same terms. */
    private static final Map<String, String> RENAMED =
            Map.ofEntries(
                    Map.entry("llama2", "llama-2-community"),
                    Map.entry("llama3", "llama-3-community"),
                    Map.entry("llama3.1", "llama-3.1-community"),
                    Map.entry("llama3.2", "llama-3.2-community"),
                    Map.entry("llama3.3", "llama-3.3-community"),
                    Map.entry("llama4", "llama-4-community"),
                    Map.entry("bigscience-bloom-rail-1.0", "bigscience-rail-1.0"),
                    Map.entry("tongyi-qianwen", "qwen"),
                    Map.entry("mrl", "mistral-research"),
                    Map.entry("mnpl", "mistral-non-production"),
                    Map.entry("deepseek-license", "deepseek"),
                    Map.entry("databricks-open-model-license", "databricks-open"));

    private final Set<String> known;

    Licences(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** Empty when the catalogue has no terms under that name. */
    Optional<String> known(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        String renamed = RENAMED.getOrDefault(word, word);
        return known.contains(renamed) ? Optional.of(renamed) : Optional.empty();
    }

    /** The catalogue's names that the table leads to. */
    static Set<String> targets() {
        return Set.copyOf(RENAMED.values());
    }
}
