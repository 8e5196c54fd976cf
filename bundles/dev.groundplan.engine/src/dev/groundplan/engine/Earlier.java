package dev.groundplan.engine;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Relocation;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Shift;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.dsl.GenaiLanguage.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a file before its text changed. A project hangs on its own block, on what
 * stands outside all projects, and on what lies around the file; never on the inside of another
 * project. So where the text has changed within one project alone, the others keep their numbers
 * and findings, at places that have moved.
 *
 * @param analyses one list a project, in the order of the file: the project's, then its scenarios'
 */
record Earlier(
        String name,
        String text,
        Engine.Settings settings,
        Reading reading,
        List<List<Analysis>> analyses) {

    /** Projects that are as they were, and how their places have moved. */
    record Kept(Earlier earlier, Optional<Integer> changed, Shift shift) {
        /**
         * The analyses of one project and its scenarios; empty where they have to be made anew.
         *
         * @param index of the project in the file
         * @param plans of the project and its scenarios as read from the new text
         */
        Optional<List<Analysis>> of(int index, List<Plan> plans) {
            List<Analysis> before = earlier.analyses.get(index);
            if (changed.filter(c -> c == index).isPresent() || before.size() != plans.size()) {
                return Optional.empty();
            }
            List<Analysis> after = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                Analysis old = before.get(i);
                Plan now = plans.get(i);
                // a mistake may propose names of the whole file, or name the line of another
                boolean clean = old.plan().misreadings().isEmpty() && now.misreadings().isEmpty();
                Optional<Analysis> moved =
                        clean ? Relocation.of(old, now, shift) : Optional.empty();
                if (moved.isEmpty()) {
                    return Optional.empty();
                }
                after.add(moved.get());
            }
            return Optional.of(after);
        }
    }

    /** What of it holds for the file as it is read now; empty when it may be nothing. */
    Optional<Kept> in(String nameNow, String textNow, Engine.Settings then, Reading now) {
        List<SourceRange> before = reading.blocks();
        List<SourceRange> after = now.blocks();
        if (!name.equals(nameNow)
                || !settings.equals(then)
                || !reading.around().equals(now.around())
                || !names(reading).equals(names(now))
                || new HashSet<>(names(now)).size() < after.size()) {
            return Optional.empty();
        }
        int same = 0;
        while (same < before.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        if (text.equals(textNow)) {
            return same == before.size()
                    ? Optional.of(new Kept(this, Optional.empty(), shift(0, 0, 0, 0)))
                    : Optional.empty();
        }
        int first = difference(textNow);
        int changed = 0;
        while (changed < before.size() && end(before.get(changed)) <= first) {
            changed++;
        }
        return changed < before.size() && isOnly(changed, textNow, after)
                ? Optional.of(
                        new Kept(
                                this,
                                Optional.of(changed),
                                shift(
                                        before.get(changed).offset(),
                                        end(before.get(changed)),
                                        textNow.length() - text.length(),
                                        after.get(changed).endLine()
                                                - before.get(changed).endLine())))
                : Optional.empty();
    }

    private Shift shift(int from, int to, int offset, int lines) {
        return new Shift(name, from, to, offset, lines);
    }

    private static List<String> names(Reading reading) {
        return reading.plans().stream().map(Plan::name).toList();
    }

    private int difference(String textNow) {
        int at = 0;
        int most = Math.min(text.length(), textNow.length());
        while (at < most && text.charAt(at) == textNow.charAt(at)) {
            at++;
        }
        return at;
    }

    /** Whether nothing outside this project has changed, and it still ends where a line does. */
    private boolean isOnly(int changed, String textNow, List<SourceRange> after) {
        SourceRange old = reading.blocks().get(changed);
        SourceRange now = after.get(changed);
        int rest = text.length() - end(old);
        if (old.offset() != now.offset()
                || rest != textNow.length() - end(now)
                || !text.regionMatches(0, textNow, 0, old.offset())
                || !text.regionMatches(end(old), textNow, end(now), rest)) {
            return false;
        }
        Shift shift =
                shift(
                        old.offset(),
                        end(old),
                        textNow.length() - text.length(),
                        now.endLine() - old.endLine());
        for (int i = 0; i < after.size(); i++) {
            boolean fits =
                    i == changed
                            || shift.of(reading.blocks().get(i)).equals(Optional.of(after.get(i)));
            if (!fits) {
                return false;
            }
        }
        int lineEnd = textNow.indexOf('\n', end(now));
        return textNow.substring(end(now), lineEnd < 0 ? textNow.length() : lineEnd).isBlank();
    }

    private static int end(SourceRange range) {
        return range.offset() + range.length();
    }
}
