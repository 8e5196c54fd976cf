package dev.groundplan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A stream of text in UTF-8, whatever the locale, that remembers what went wrong. */
public final class Output {
    private static final int BUFFER = 1 << 16;

    private final OutputStream stream;
    private final StringBuilder buffer = new StringBuilder();
    private IOException failure;

    public Output(OutputStream stream) {
        this.stream = stream;
    }

    public Output text(String text) {
        buffer.append(text);
        if (buffer.length() > BUFFER) {
            flush();
        }
        return this;
    }

    public Output line(String text) {
        return text(text).text("\n");
    }

    /** Writes what is buffered; false when that, or anything before, failed. */
    public boolean flush() {
        if (failure == null) {
            try {
                stream.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
                stream.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
        buffer.setLength(0);
        return failure == null;
    }

    /** Whether nobody reads on the other side of a pipe. */
    boolean isReaderGone() {
        return failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    String failure() {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }
}
