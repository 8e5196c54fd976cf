package dev.groundplan.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Goes through the usual commands and shows nothing of it: run once after a build, while the JVM
 * records the classes that a start will want.
 */
public final class Rehearsal {
    /** So that findings with their places and fixes are rehearsed too. */
    private static final String MISTAKEN =
            """
            project mistaken {
              scope { users 2M  tasks clasification  domain 5 GB }
              model { existing meta-llama/Llama-3.1-70B }
              alignment {
                fine-tune all { method full  hardware 1 x L40S  on nothing  epochs
              }
              deployment { hardware 1 x L4  engine vllm { batch 512  context 128 GB } }
            }
            """;

    private Rehearsal() {}

    /**
     * @param arguments one project file
     */
    public static void main(String[] arguments) {
        String file = arguments[0];
        List.of(
                        List.of("check", file),
                        List.of("check", "-"),
                        List.of("check", "--json", "-"),
                        List.of("estimate", file),
                        List.of("estimate", "--json", file),
                        List.of("plan", file),
                        List.of("models"))
                .forEach(Rehearsal::run);
    }

    private static void run(List<String> command) {
        Output nowhere = new Output(OutputStream.nullOutputStream());
        byte[] input = MISTAKEN.getBytes(StandardCharsets.UTF_8);
        Main.run(command, new Console(new ByteArrayInputStream(input), nowhere, nowhere, true));
    }
}
