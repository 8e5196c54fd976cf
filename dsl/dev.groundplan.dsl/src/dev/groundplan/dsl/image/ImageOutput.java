package dev.groundplan.dsl.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what {@link ImageInput} reads. Each text is kept once. */
final class ImageOutput {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    void integer(long value) {
        integer(value, body);
    }

    void number(double value) {
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            body.write((int) (bits >>> shift));
        }
    }

    void flag(boolean value) {
        body.write(value ? 1 : 0);
    }

    void text(String value) {
        Integer known = texts.putIfAbsent(value, texts.size());
        integer(known == null ? texts.size() - 1 : known);
    }

    void constant(Enum<?> value) {
        integer(value.ordinal());
    }

    <T> void optional(Optional<T> value, Consumer<T> writer) {
        flag(value.isPresent());
        value.ifPresent(writer);
    }

    <T> void list(Collection<T> values, Consumer<T> writer) {
        integer(values.size());
        values.forEach(writer);
    }

    /** Everything written, behind the format, the checksum and the texts. */
    byte[] bytes(int format, long checksum) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        integer(format, all);
        integer(checksum, all);
        integer(texts.size(), all);
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            integer(bytes.length, all);
            all.writeBytes(bytes);
        }
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    /** Seven bits a byte, the lowest first; the sign is the lowest bit of all. */
    private static void integer(long value, ByteArrayOutputStream out) {
        long rest = value << 1 ^ value >> 63;
        while (rest >>> 7 != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
