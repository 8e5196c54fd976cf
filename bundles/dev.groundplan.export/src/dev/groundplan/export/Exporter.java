package dev.groundplan.export;

import dev.groundplan.reports.Document;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a document in one format. Stateless and final; the same document gives the same bytes on
 * every machine, whatever its language and time zone.
 */
public interface Exporter {
    /** Of files in this format, without the dot. */
    String extension();

    /** What the format is called. */
    String format();

    /** Writes everything; closes nothing. */
    void write(Document document, OutputStream out) throws IOException;
}
