package dev.groundplan.cli;

/** What the exit code says. */
public final class ExitCode {
    /** Nothing to complain about. */
    public static final int CLEAN = 0;

    /** Findings at or above the severity of {@code --fail-on}. */
    public static final int FINDINGS = 1;

    /** Wrong usage, unreadable input, unwritable output, or a defect of the program. */
    public static final int UNUSABLE = 2;

    private ExitCode() {}
}
