package dev.groundplan.planner.random;

/**
 * A hash of whole numbers whose outputs behave like independent draws. It consists of whole-number
 * arithmetic alone, so that every machine and JDK gives the same.
 */
public final class Mix {
    /** Of the golden ratio: steps of this size never come close to one another. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Mix() {}

    /** Every bit of the input changes about half of the bits of the output. */
    public static long bits(long x) {
        // the finaliser of SplitMix64 (Steele, Lea and Flood 2014), with Stafford's constants
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The member of a key's sequence at that place, without those before it. */
    public static long at(long key, long place) {
        return bits(key + (place + 1) * STEP);
    }

    /** The key of a text, such as the name of a subject. */
    public static long of(String text) {
        long hash = FNV_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return bits(hash);
    }

    /** A key of two keys, in which their order counts. */
    public static long of(long first, long second) {
        return bits(bits(first + STEP) ^ second);
    }

    /** A whole number from 0 to below the limit, by the bits of a draw. */
    public static int below(long bits, int limit) {
        // the upper half of a product: without a division, and even to within 1 in 2^32 / limit
        return (int) (((bits >>> 32) * limit) >>> 32);
    }
}
