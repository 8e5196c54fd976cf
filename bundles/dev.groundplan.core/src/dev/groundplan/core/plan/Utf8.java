package dev.groundplan.core.plan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of files, which is in UTF-8 everywhere. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Empty when the bytes are no text in UTF-8: nothing is put in the place of what cannot be
     * read.
     */
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
