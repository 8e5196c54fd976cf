package dev.groundplan.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;

/** The groundplan command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        Output err = new Output(new FileOutputStream(FileDescriptor.err));
        Console console =
                new Console(
                        new FileInputStream(FileDescriptor.in),
                        out,
                        err,
                        Terminal.isColoured(System.getenv()));
        int code = run(List.of(args), console);
        System.exit(code);
    }

    /** The same without leaving the process; the exit code is the result. */
    public static int run(List<String> arguments, Console console) {
        int code = new CommandLineProgram(console).run(arguments);
        console.err().flush();
        return console.out().flush() ? code : unwritten(code, console);
    }

    /** A reader that went away, as {@code head} does, is no failure; a full disk is. */
    private static int unwritten(int code, Console console) {
        if (console.out().isReaderGone()) {
            return code;
        }
        console.err()
                .line("groundplan: the output could not be written: " + console.out().failure());
        console.err().flush();
        return ExitCode.UNUSABLE;
    }
}
