package dev.groundplan.dsl.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link ImageOutput} wrote. */
final class ImageInput {
    private final byte[] bytes;
    private int at;
    private String[] texts = {};

    ImageInput(byte[] bytes) {
        this.bytes = bytes;
    }

    long integer() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value >>> 1 ^ -(value & 1);
    }

    int small() {
        return Math.toIntExact(integer());
    }

    double number() {
        long bits = 0;
        for (int i = 0; i < Double.BYTES; i++) {
            bits = bits << 8 | bytes[at++] & 0xff;
        }
        return Double.longBitsToDouble(bits);
    }

    boolean flag() {
        return bytes[at++] != 0;
    }

    String text() {
        return texts[small()];
    }

    <E> E constant(E[] values) {
        return values[small()];
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    <T> List<T> list(Supplier<T> reader) {
        int size = small();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.get());
        }
        return Collections.unmodifiableList(values);
    }

    /** The texts, which stand before everything that uses them. */
    void texts() {
        texts = new String[small()];
        for (int i = 0; i < texts.length; i++) {
            int length = small();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }
}
