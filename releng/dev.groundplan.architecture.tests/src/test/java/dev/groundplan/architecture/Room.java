package dev.groundplan.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the table of rooms.
 *
 * @param mayRequire bundles of Groundplan, by symbolic name
 * @param others what it may see of others, as the table calls them
 */
record Room(String bundle, Set<String> mayRequire, Set<String> others) {
    static final String NAMESPACE = "dev.groundplan.";
    private static final Pattern LINE =
            Pattern.compile(
                    "^\\| `(dev\\.groundplan\\.[a-z.]+)` \\|.*\\| ([^|]*) \\| ([^|]*) \\|$");

    /** The table of {@code docs/architecture.md}, by bundle. */
    static Map<String, Room> all() {
        Map<String, Room> rooms = new TreeMap<>();
        Repository.read(Repository.ROOT.resolve("docs/architecture.md"))
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(Room::of)
                .forEach(room -> rooms.put(room.bundle(), room));
        return rooms;
    }

    /** The bundle whose package this is: of dsl and dsl.ide, the longer name. */
    static String of(String packageName, Map<String, Room> rooms) {
        return rooms.keySet().stream()
                .filter(room -> (packageName + ".").startsWith(room + "."))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError(packageName + " is in no room"));
    }

    private static Room of(Matcher line) {
        Set<String> bundles = new TreeSet<>();
        cell(line.group(2)).forEach(name -> bundles.add(NAMESPACE + name));
        return new Room(line.group(1), bundles, new TreeSet<>(cell(line.group(3))));
    }

    private static List<String> cell(String text) {
        return text.equals("–") ? List.of() : Arrays.asList(text.split(", "));
    }
}
