package dev.groundplan.cli;

import java.util.List;
import java.util.Optional;

/** From arguments to an exit code; nothing that happens on the way reaches the user as a trace. */
final class CommandLineProgram {
    static final String NAME = "groundplan";

    private final Console console;

    CommandLineProgram(Console console) {
        this.console = console;
    }

    int run(List<String> arguments) {
        try {
            return runGuarded(arguments);
        } catch (Complaint e) {
            return complain(e.getMessage());
        } catch (OutOfMemoryError e) {
            return complain("there is not enough memory for this input");
        } catch (StackOverflowError e) {
            return complain("the input is nested too deeply");
        } catch (RuntimeException | Error e) {
            return complain(defect(e));
        }
    }

    private int runGuarded(List<String> arguments) throws Complaint {
        for (Command command : Commands.all()) {
            if (!arguments.isEmpty() && command.name().equals(arguments.getFirst())) {
                List<String> rest = arguments.subList(1, arguments.size());
                Optional<Arguments> plain = PlainReading.of(command.usage(), rest);
                if (plain.isPresent()) {
                    return command.run(plain.get(), console);
                }
            }
        }
        return new GuidedReading(NAME, Commands.all(), console).run(arguments);
    }

    private int complain(String message) {
        console.err().line(NAME + ": " + Terminal.safe(message));
        return ExitCode.UNUSABLE;
    }

    /** One line with what a maintainer needs to start from. */
    private static String defect(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        String what = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "this is a defect of groundplan, not of your file ("
                + e.getClass().getSimpleName()
                + what
                + where
                + "). Please report it with "
                + ToolVersion.named()
                + " and, if you can, the file.";
    }
}
