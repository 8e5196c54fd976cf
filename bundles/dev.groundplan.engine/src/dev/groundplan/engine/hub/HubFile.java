package dev.groundplan.engine.hub;

import dev.groundplan.core.plan.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of a model's folder, as text of bounded size. */
final class HubFile {
    private static final int MIB = 1 << 20;

    private HubFile() {}

    /**
     * @param expected what it should be, for the message
     * @param mostMib how much is read at most, in MiB
     */
    static String read(Path path, String expected, int mostMib) throws ImportRefusal {
        try {
            if (!Files.isRegularFile(path) && Files.exists(path)) {
                throw new ImportRefusal("no plain file; expected " + expected);
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(mostMib * MIB + 1);
            }
            if (bytes.length > mostMib * MIB) {
                throw new ImportRefusal("larger than " + mostMib + " MiB; expected " + expected);
            }
            return Utf8.decode(bytes)
                    .orElseThrow(
                            () -> new ImportRefusal("is not text in UTF-8; expected " + expected));
        } catch (NoSuchFileException e) {
            throw new ImportRefusal("does not exist; expected " + expected);
        } catch (AccessDeniedException e) {
            throw new ImportRefusal("may not be read: permission denied");
        } catch (IOException e) {
            throw new ImportRefusal("cannot be read: " + e.getMessage());
        }
    }
}
