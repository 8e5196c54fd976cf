package dev.groundplan.engine;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes all the fixes that may be made without asking. One that would bring an error is left out;
 * what a fix uncovers is mended in the next round, of which there are few.
 */
public final class Repairs {
    private static final int MOST_ROUNDS = 3;

    private final Engine engine;
    private final Engine.Settings settings;

    public Repairs(Engine engine, Engine.Settings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** A finding that is gone, and what was done about it. */
    public record Done(Finding finding, Fix fix) {}

    /**
     * A file as it would be.
     *
     * @param file analysed after all of it
     * @param done in the order in which it was
     */
    public record Repaired(AnalysedFile file, List<Done> done) {
        public Repaired {
            done = List.copyOf(done);
        }
    }

    /** Asks for nothing, writes nothing. */
    public Repaired of(AnalysedFile file) {
        List<Done> done = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(file.text()));
        AnalysedFile now = file;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Done> wanted = wanted(now);
            AnalysedFile next = together(now, wanted);
            if (errors(next) > errors(now)) {
                wanted = harmless(now, wanted);
                next = together(now, wanted);
            }
            // a text that was there before is no progress
            if (wanted.isEmpty() || !seen.add(next.text())) {
                break;
            }
            done.addAll(wanted);
            now = next;
        }
        return new Repaired(now, done);
    }

    /** The first safe fix of each finding. */
    private static List<Done> wanted(AnalysedFile file) {
        List<Done> wanted = new ArrayList<>();
        for (Finding finding : file.findings()) {
            Optional<Fix> fix = finding.fixes().stream().filter(Fix::safe).findFirst();
            // several scenarios may want the same
            if (fix.isPresent()
                    && wanted.stream()
                            .noneMatch(w -> w.fix().changes().equals(fix.get().changes()))) {
                wanted.add(new Done(finding, fix.get()));
            }
        }
        return wanted;
    }

    /** Those that bring no error by themselves. */
    private List<Done> harmless(AnalysedFile file, List<Done> wanted) {
        return wanted.stream()
                .filter(one -> errors(together(file, List.of(one))) <= errors(file))
                .toList();
    }

    private static long errors(AnalysedFile file) {
        return file.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    /** All that do not touch each other; the others come in the next round. */
    private AnalysedFile together(AnalysedFile file, List<Done> fixes) {
        List<TextEdit> edits = new ArrayList<>();
        for (Done one : fixes) {
            List<TextEdit> more = engine.edits(file, one.fix());
            if (more.stream().noneMatch(edit -> edits.stream().anyMatch(e -> touch(e, edit)))) {
                edits.addAll(more);
            }
        }
        String text = TextEdit.apply(file.text(), edits);
        return text.equals(file.text())
                ? file
                : engine.analyse(file.name(), file.path(), text, settings, Cancellation.NEVER);
    }

    private static boolean touch(TextEdit a, TextEdit b) {
        return a.offset() <= b.offset() + b.length() && b.offset() <= a.offset() + a.length();
    }
}
