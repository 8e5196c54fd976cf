package dev.groundplan.cli;

import java.io.InputStream;

/**
 * What a command reads and writes.
 *
 * @param coloured whether output goes to a terminal that shows colours
 */
public record Console(InputStream in, Output out, Output err, boolean coloured) {
    Palette palette() {
        return new Palette(coloured);
    }
}
