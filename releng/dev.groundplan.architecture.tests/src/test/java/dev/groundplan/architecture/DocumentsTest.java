package dev.groundplan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages lead where they say. */
class DocumentsTest {
    private static final Path DECISIONS = Repository.ROOT.resolve("docs/decisions");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^(```|~~~).*?^\\1");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");

    @Test
    void relativeLinksResolve() {
        List<String> broken = new ArrayList<>();
        Repository.files(".md")
                .forEach(
                        page -> {
                            String text = FENCE.matcher(Repository.read(page)).replaceAll("");
                            LINK.matcher(CODE.matcher(text).replaceAll("`"))
                                    .results()
                                    .map(link -> link.group(1))
                                    .filter(target -> !target.matches("[a-z]+:.*"))
                                    .filter(target -> !resolves(page, target))
                                    .forEach(
                                            target ->
                                                    broken.add(
                                                            Repository.name(page)
                                                                    + " → "
                                                                    + target));
                        });
        assertEquals(List.of(), broken, "a link that leads nowhere stops the reader");
    }

    @Test
    void everyDecisionIsInTheList() {
        Set<String> pages = new TreeSet<>();
        Repository.files(".md")
                .filter(file -> file.getParent().equals(DECISIONS))
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("README.md"))
                .forEach(pages::add);
        Set<String> listed = new TreeSet<>();
        LINK.matcher(Repository.read(DECISIONS.resolve("README.md")))
                .results()
                .map(link -> link.group(1))
                .forEach(listed::add);
        assertEquals(pages, listed, "a decision that is not listed is not found");
    }

    @Test
    void decisionsAreNumberedAndTitledAsListed() {
        Pattern line = Pattern.compile("(?m)^(\\d+)\\. \\[(.*)\\]\\(((\\d{4})-.*\\.md)\\)$");
        Matcher entry = line.matcher(Repository.read(DECISIONS.resolve("README.md")));
        int number = 0;
        while (entry.find()) {
            number++;
            assertEquals(number, Integer.parseInt(entry.group(1)), "numbers have no holes");
            assertEquals(number, Integer.parseInt(entry.group(4)), entry.group(3));
            String text = Repository.read(DECISIONS.resolve(entry.group(3)));
            assertEquals(
                    "# " + number + ". " + entry.group(2), text.lines().findFirst().orElse(""));
            assertTrue(text.contains("\nStatus: "), () -> entry.group(3) + " has no status");
        }
        assertTrue(number > 0);
    }

    private static boolean resolves(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && file.startsWith(Repository.ROOT)
                && (parts.length == 1
                        || !file.toString().endsWith(".md")
                        || anchors(Repository.read(file)).contains(parts[1]));
    }

    /** Anchors of headings, as the common painters of Markdown make them. */
    private static Set<String> anchors(String page) {
        Map<String, Integer> times = new HashMap<>();
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(FENCE.matcher(page).replaceAll(""))
                .results()
                .map(
                        heading ->
                                heading.group(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                                        .replace(' ', '-'))
                .forEach(
                        anchor -> {
                            int before = times.merge(anchor, 1, Integer::sum) - 1;
                            anchors.add(before == 0 ? anchor : anchor + "-" + before);
                        });
        return anchors;
    }
}
