package dev.groundplan.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule, as far as it can be run.
 *
 * @param heading the text of its first line, without the sign of a heading
 */
record RulePage(String name, String heading, List<Snippet> snippets) {
    private static final Pattern FENCE = Pattern.compile("```(?:genai (.+))?");
    private static final Pattern CARETS =
            Pattern.compile("\\s*(\\^+\\s*)+(?:fix: (.+)|([A-Z]\\w+))?");
    private static final Pattern CARET_GROUP = Pattern.compile("\\^+");

    /** What a snippet is there for. */
    enum Kind {
        /** Has findings of the rule, exactly those under which carets stand. */
        FAILS,
        /** What the snippet before becomes by the fix that it names, else by the first. */
        FIXED,
        /** What the snippet before becomes by a person, where the rule offers no fix. */
        FIXED_BY_HAND,
        /** Has no finding of the rule. */
        PASSES,
        /** A file that the page's other snippets import. */
        BESIDE
    }

    /**
     * A stretch of the snippet under which carets stand.
     *
     * @param line in the snippet without caret lines, from 1
     * @param column from 1
     * @param endColumn exclusive
     */
    record Place(int line, int column, int endColumn) {}

    /** A finding of another rule, which the page names behind its carets. */
    record Marked(String rule, Place place) {}

    /**
     * @param argument the file name of a BESIDE
     * @param line of its fence in the page, from 1
     * @param text without the caret lines
     * @param fix title of the fix that the next snippet shows
     */
    record Snippet(
            Kind kind,
            String argument,
            int line,
            String text,
            List<Place> places,
            List<Marked> others,
            Optional<String> fix) {}

    static RulePage of(String rule) {
        String resource = rule + ".md";
        try (InputStream in = Rules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError(
                        "the rule " + rule + " has no page " + resource + " beside its class");
            }
            return parse(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RulePage parse(String rule, String markdown) {
        List<String> lines = markdown.lines().toList();
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (!fence.matches() || fence.group(1) == null) {
                continue;
            }
            int start = i + 1;
            int end = start;
            while (end < lines.size() && !lines.get(end).equals("```")) {
                end++;
            }
            snippets.add(snippet(fence.group(1), start, lines.subList(start, end)));
            i = end;
        }
        return new RulePage(rule, lines.getFirst().replaceFirst("^# ", ""), snippets);
    }

    private static Snippet snippet(String info, int line, List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Place> places = new ArrayList<>();
        List<Marked> others = new ArrayList<>();
        String fix = null;
        int kept = 0;
        for (String each : lines) {
            Matcher carets = CARETS.matcher(each);
            if (carets.matches()) {
                Matcher group = CARET_GROUP.matcher(each);
                while (group.find()) {
                    Place place = new Place(kept, group.start() + 1, group.end() + 1);
                    if (carets.group(3) == null) {
                        places.add(place);
                    } else {
                        others.add(new Marked(carets.group(3), place));
                    }
                }
                fix = carets.group(2) == null ? fix : carets.group(2);
            } else {
                text.append(each).append('\n');
                kept++;
            }
        }
        Kind kind = kind(info);
        String argument = kind == Kind.BESIDE ? info.substring(info.indexOf(' ') + 1) : "";
        return new Snippet(
                kind, argument, line, text.toString(), places, others, Optional.ofNullable(fix));
    }

    private static Kind kind(String info) {
        return switch (info) {
            case "fails" -> Kind.FAILS;
            case "fixed" -> Kind.FIXED;
            case "fixed by hand" -> Kind.FIXED_BY_HAND;
            case "passes" -> Kind.PASSES;
            default -> {
                if (info.startsWith("beside ")) {
                    yield Kind.BESIDE;
                }
                throw new AssertionError("a page has no snippets of the kind `" + info + "`");
            }
        };
    }
}
