package dev.groundplan.cli;

import java.util.List;

/**
 * What can be typed after a command's name.
 *
 * @param words the arguments that are no options
 * @param examples whole command lines
 */
record Usage(
        String command,
        String description,
        Words words,
        List<Option> options,
        List<String> examples) {

    /** Arguments that are no options. */
    record Words(String label, int least, int most, String description) {
        static Words files() {
            return new Words("FILE", 1, Integer.MAX_VALUE, "Project files; - is standard input.");
        }
    }
}
