package dev.groundplan.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads arguments that need no explanation. Loading picocli takes a third of the time of a whole
 * check (its classes are too old for a class data archive), so it is asked only for help, for what
 * is wrong, and for the unusual.
 */
final class PlainReading {
    private PlainReading() {}

    /**
     * @param typed what follows the command's name
     * @return nothing when there is something to explain
     */
    static Optional<Arguments> of(Usage usage, List<String> typed) {
        Map<String, List<String>> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                words.add(word);
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            Option option = option(usage, equals < 0 ? word : word.substring(0, equals));
            boolean again = option != null && options.containsKey(option.name());
            if (option == null || option.equals(Option.HELP) || again && !option.repeats()) {
                return Optional.empty();
            }
            List<String> values = options.computeIfAbsent(option.name(), n -> new ArrayList<>());
            if (option.isFlag()) {
                if (equals >= 0) {
                    return Optional.empty();
                }
            } else if (equals >= 0) {
                values.add(word.substring(equals + 1));
            } else if (i + 1 < typed.size() && !typed.get(i + 1).startsWith("-")) {
                values.add(typed.get(++i));
            } else {
                return Optional.empty();
            }
        }
        boolean fits =
                words.size() >= usage.words().least() && words.size() <= usage.words().most();
        return fits ? Optional.of(new Arguments(options, words)) : Optional.empty();
    }

    private static Option option(Usage usage, String name) {
        for (Option option : usage.options()) {
            if (option.names().contains(name)) {
                return option;
            }
        }
        return null;
    }
}
