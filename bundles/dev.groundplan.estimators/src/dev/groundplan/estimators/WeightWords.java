package dev.groundplan.estimators;

import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.estimators.WeightFormat.Kernel;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words by which sources name quantisations. */
final class WeightWords {
    private static final int BITS_A_BYTE = 8;
    private static final Pattern GROUP = Pattern.compile("g(?:roup)?[- ]?([1-9]\\d{0,4})(?!\\d)");
    private static final Pattern CODES = Pattern.compile("([1-9])x([1-9]\\d?)g([1-9]\\d?)(?!\\d)");
    private static final Pattern MEAN = Pattern.compile("([1-9]\\d?(?:\\.\\d{1,4})?) ?bpw");
    private static final Pattern BITS =
            Pattern.compile("(?:int|uint|w|q|^|\\s)(\\d)(?:a\\d+|[- ]?bits?|\\b)");

    private final String text;
    private final PriorSource priors;

    WeightWords(String words, PriorSource priors) {
        this.text = words.toLowerCase(Locale.ROOT).strip();
        this.priors = priors;
    }

    static boolean gguf(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return text.contains("gguf")
                || text.matches(".*\\biq?[2-8]_.*")
                || text.matches(".*\\bq[2-8]_.*");
    }

    /** Total in a code-book form: books, bits of an index, weights an index. */
    static int[] codes(String words) {
        Matcher codes = CODES.matcher(words.toLowerCase(Locale.ROOT));
        return codes.find()
                ? new int[] {
                    Integer.parseInt(codes.group(1)),
                    Integer.parseInt(codes.group(2)),
                    Integer.parseInt(codes.group(3))
                }
                : new int[0];
    }

    WeightFormat format() {
        boolean blocks = gguf(text) && GgufKind.of(text).isPresent();
        if (blocks) {
            GgufKind kind = GgufKind.of(text).orElseThrow();
            double body = weight(kind.base());
            double better = weight(kind.better());
            // of a gated feed-forward part, the down projection is a third
            double share = kind.down() / 3;
            double mean = body + share * (better - body);
            return made(mean, weight(kind.head()), Precision.BF16, Kernel.BLOCKS, true);
        }
        int[] codes = codes(text);
        if (text.contains("aqlm") && codes.length > 0) {
            double bits = (double) codes[0] * codes[1] / codes[2];
            return made(bits / BITS_A_BYTE, wide(), Precision.BF16, Kernel.CODES, true);
        }
        if (any("nvfp4") || text.startsWith("fp4")) {
            return named("nvfp4", Precision.FP4, Kernel.PLAIN);
        }
        if (any("mxfp4")) {
            return named("mxfp4", Precision.BF16, Kernel.FUSED);
        }
        if (any("nf4", "bnb-fp4", "4-bit-float")) {
            return named(any("dq", "double") ? "nf4-double" : "nf4", Precision.BF16, Kernel.LOOKUP);
        }
        if (any("fp8", "float8", "mxfp8", "e4m3", "e5m2")) {
            boolean stored = any("weight-only", "weight only", "w8a16");
            return named(
                    any("mx") ? "mxfp8" : "fp8",
                    stored ? Precision.BF16 : Precision.FP8,
                    Kernel.PLAIN);
        }
        if (any("fp32", "float32")) {
            return made(weight("fp32"), weight("fp32"), Precision.FP32, Kernel.PLAIN, true);
        }
        if (any("int8", "w8a8", "8bit", "8-bit", "llm.int8", "smoothquant")) {
            return named("int8", Precision.INT8, Kernel.INTEGER);
        }
        return integers();
    }

    private WeightFormat integers() {
        Matcher mean = MEAN.matcher(text);
        if (mean.find()) {
            double bits = Double.parseDouble(mean.group(1));
            return made(bits / BITS_A_BYTE, wide(), Precision.BF16, Kernel.FUSED, true);
        }
        Matcher bits = BITS.matcher(text);
        boolean scheme = any("awq", "gptq", "int4", "w4a", "hqq", "marlin", "exl2", "autoround");
        boolean six = any("fp6");
        if (six || scheme || bits.find() && Integer.parseInt(bits.group(1)) < BITS_A_BYTE) {
            int width = six ? 6 : scheme && !bits.find(0) ? 4 : Integer.parseInt(bits.group(1));
            Matcher group = GROUP.matcher(text);
            // six-bit floats have one scale a row, which no total shows
            double extra =
                    six
                            ? 0
                            : plain("group-bits")
                                    / (group.find() ? Integer.parseInt(group.group(1)) : 128);
            // of four weights two are kept, each with two bits that say where it stood
            double kept = any("sparse") ? width * 0.5 + 1 : width;
            Precision arithmetic = any("a8") ? Precision.INT8 : Precision.BF16;
            return made(
                    (Math.max(1, kept) + extra) / BITS_A_BYTE,
                    wide(),
                    arithmetic,
                    Kernel.FUSED,
                    true);
        }
        boolean plain = text.isEmpty() || any("16", "none", "half", "full");
        return made(wide(), wide(), Precision.BF16, Kernel.PLAIN, plain);
    }

    private WeightFormat named(String scheme, Precision arithmetic, Kernel kernel) {
        return made(weight(scheme), wide(), arithmetic, kernel, true);
    }

    private WeightFormat made(
            double body, double tables, Precision arithmetic, Kernel kernel, boolean known) {
        return new WeightFormat(
                new Bytes(body), new Bytes(tables), arithmetic, kernel, known, text);
    }

    private double wide() {
        return weight("bf16");
    }

    private double weight(String scheme) {
        return plain(scheme);
    }

    private double plain(String name) {
        return Likely.of(priors, "memory.weight." + name);
    }

    private boolean any(String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
