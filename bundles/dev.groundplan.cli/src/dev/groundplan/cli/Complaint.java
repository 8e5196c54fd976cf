package dev.groundplan.cli;

/** Something that the person who typed the command can mend; the message says what and how. */
final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    Complaint(String message) {
        super(message);
    }
}
