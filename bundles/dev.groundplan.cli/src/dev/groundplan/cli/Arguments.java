package dev.groundplan.cli;

import dev.groundplan.core.analysis.Severity;
import dev.groundplan.engine.Engine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed after a command's name.
 *
 * @param options values by the option's name; a flag that is set has an empty list
 * @param words the rest
 */
record Arguments(Map<String, List<String>> options, List<String> words) {

    boolean isSet(Option option) {
        return options.containsKey(option.name());
    }

    List<String> values(String name) {
        return options.getOrDefault(name, List.of());
    }

    Optional<String> value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    Optional<String> word() {
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getFirst());
    }

    Optional<String> project() {
        return value(Option.PROJECT.name());
    }

    Optional<String> scenario() {
        return value(Option.SCENARIO.name());
    }

    Engine.Settings settings() throws Complaint {
        Engine.Settings now = Engine.Settings.now();
        Optional<String> today = value(Option.TODAY.name());
        Optional<String> seed = value(Option.SEED.name());
        return new Engine.Settings(
                today.isPresent() ? date(today.get()) : now.today(),
                seed.isPresent() ? number(seed.get()) : now.seed());
    }

    Optional<Severity> failOn(Optional<Severity> otherwise) throws Complaint {
        Optional<String> word = value("--fail-on");
        if (word.isEmpty()) {
            return otherwise;
        }
        Optional<Severity> severity = Severity.of(word.get());
        if (severity.isEmpty()) {
            throw new Complaint(
                    "--fail-on " + word.get() + ": expected error, warning or information");
        }
        return severity;
    }

    private static LocalDate date(String text) throws Complaint {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Complaint("--today " + text + ": expected a day such as 2026-11-23");
        }
    }

    private static long number(String text) throws Complaint {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Complaint("--seed " + text + ": expected a whole number such as 42");
        }
    }
}
