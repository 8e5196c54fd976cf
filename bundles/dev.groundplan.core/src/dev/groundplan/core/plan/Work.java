package dev.groundplan.core.plan;

import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A step of the plan: what people do, what everybody waits for, or a point that is reached. It
 * follows from a block of the file, or the file's {@code tasks} name it.
 *
 * @param kind names its priors: effort.KIND, or duration.KIND of what is waited for
 * @param about the block that implies it; of a stage, its training runs belong to the step
 * @param by the role that the file names for it
 * @param effort as the file gives it, of one round
 * @param waiting calendar time as the file gives it
 * @param after names of the steps before it
 * @param notBefore the first day on which it may begin, or that the point may be reached on
 */
public record Work(
        SubjectId id,
        String name,
        String title,
        SourceRange range,
        LifecyclePhase phase,
        String kind,
        Nature nature,
        Optional<Subject> about,
        Optional<Stated<String>> by,
        Optional<Stated<Uncertain<Effort>>> effort,
        Optional<Stated<Uncertain<Time>>> waiting,
        List<String> after,
        Optional<Stated<LocalDate>> notBefore)
        implements Subject {
    /** The kind of work that finds out whether a gate is passed. */
    public static final String ROUND_OF_EVALUATION = "evaluation.round";

    /** The kind of work of those who read answers in every round. */
    public static final String REVIEW_OF_A_ROUND = "human-review.round";

    /** What passes the time of a step. */
    public enum Nature {
        /** People work, and accelerators run for them. */
        WORK,
        /** Calendar time in which nobody works: an answer, data, a stage of the rollout. */
        WAIT,
        /** No time at all. */
        MILESTONE
    }

    /** A step of which nothing is known but what it is. */
    public static Work of(
            SubjectId project, String name, String title, LifecyclePhase phase, String kind) {
        return new Work(
                project.child("work").child(name),
                name,
                title,
                SourceRange.NOWHERE,
                phase,
                kind,
                Nature.WORK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The stage that it carries out. */
    public Optional<Stage> stage() {
        return about.filter(Stage.class::isInstance).map(Stage.class::cast);
    }

    /** The same with other steps before it. */
    public Work after(List<String> other) {
        return new Work(
                id,
                name,
                title,
                range,
                phase,
                kind,
                nature,
                about,
                by,
                effort,
                waiting,
                List.copyOf(other),
                notBefore);
    }

    /** The same as waiting, or as a point in time. */
    public Work as(Nature other) {
        return new Work(
                id, name, title, range, phase, kind, other, about, by, effort, waiting, after,
                notBefore);
    }

    /** The same, implied by this block. */
    public Work about(Subject other) {
        return new Work(
                id,
                name,
                title,
                other.range(),
                phase,
                kind,
                nature,
                Optional.of(other),
                by,
                effort,
                waiting,
                after,
                notBefore);
    }

    /** The same at another place of the file. */
    public Work at(SourceRange other) {
        return new Work(
                id, name, title, other, phase, kind, nature, about, by, effort, waiting, after,
                notBefore);
    }

    /** The same by another role. */
    public Work by(Optional<Stated<String>> other) {
        return new Work(
                id, name, title, range, phase, kind, nature, about, other, effort, waiting, after,
                notBefore);
    }

    /** The same with that calendar time, where the file gives it. */
    public Work waiting(Optional<Stated<Uncertain<Time>>> other) {
        return new Work(
                id, name, title, range, phase, kind, nature, about, by, effort, other, after,
                notBefore);
    }

    /** The same, not to begin before a day. */
    public Work notBefore(Optional<Stated<LocalDate>> other) {
        return new Work(
                id, name, title, range, phase, kind, nature, about, by, effort, waiting, after,
                other);
    }

    /** The same with what the file's task of that name says of it. */
    public Work refined(Task task) {
        return new Work(
                id,
                name,
                task.label().orElse(title),
                task.range(),
                phase,
                kind,
                task.effort().isPresent() ? Nature.WORK : nature,
                about,
                task.effort().flatMap(Labour::by).or(() -> by),
                task.effort().map(Labour::amount).or(() -> effort),
                waiting,
                task.after().isEmpty() ? after : List.copyOf(task.after()),
                task.notBefore().or(() -> notBefore));
    }

    /** Of the name alone: the stage holds everything down to the model's layers. */
    @Override
    public int hashCode() {
        return id.segments().hashCode();
    }
}
