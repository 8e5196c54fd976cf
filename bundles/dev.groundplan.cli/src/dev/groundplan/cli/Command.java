package dev.groundplan.cli;

/** One word after {@code groundplan}. */
interface Command {
    String name();

    /** Its options and arguments, its help and examples. */
    Usage usage();

    /**
     * Does it.
     *
     * @return the exit code
     * @throws Complaint when the input cannot be used; exit code 2
     */
    int run(Arguments arguments, Console console) throws Complaint;
}
