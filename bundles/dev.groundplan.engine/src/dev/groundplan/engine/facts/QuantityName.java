package dev.groundplan.engine.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The name of a measured quantity, taken apart: what it is of, and in which unit. Sources that
 * nobody has read yet name the same quantity in other words and units.
 *
 * @param subject the words without the unit, common synonyms made one
 * @param kind what the unit measures
 * @param unit in the base unit of its kind
 * @param each whether it is of one accelerator
 */
record QuantityName(Set<String> subject, Kind kind, double unit, boolean each) {
    /** What a unit measures. */
    enum Kind {
        TIME,
        BYTES,
        ENERGY,
        RATE,
        OTHER
    }

    private record Unit(Kind kind, double size) {}

    private static final double HOUR = 3600;

    private static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    Map.entry("us", new Unit(Kind.TIME, 1e-6)),
                    Map.entry("ms", new Unit(Kind.TIME, 1e-3)),
                    Map.entry("s", new Unit(Kind.TIME, 1)),
                    Map.entry("sec", new Unit(Kind.TIME, 1)),
                    Map.entry("seconds", new Unit(Kind.TIME, 1)),
                    Map.entry("min", new Unit(Kind.TIME, 60)),
                    Map.entry("minutes", new Unit(Kind.TIME, 60)),
                    Map.entry("h", new Unit(Kind.TIME, HOUR)),
                    Map.entry("hours", new Unit(Kind.TIME, HOUR)),
                    Map.entry("days", new Unit(Kind.TIME, 24 * HOUR)),
                    Map.entry("bytes", new Unit(Kind.BYTES, 1)),
                    // as the published cases use it, of device memory
                    Map.entry("mb", new Unit(Kind.BYTES, 1 << 20)),
                    Map.entry("mib", new Unit(Kind.BYTES, 1 << 20)),
                    Map.entry("gb", new Unit(Kind.BYTES, 1e9)),
                    Map.entry("gib", new Unit(Kind.BYTES, 1 << 30)),
                    Map.entry("tb", new Unit(Kind.BYTES, 1e12)),
                    Map.entry("j", new Unit(Kind.ENERGY, 1)),
                    Map.entry("joules", new Unit(Kind.ENERGY, 1)),
                    Map.entry("kj", new Unit(Kind.ENERGY, 1e3)),
                    Map.entry("wh", new Unit(Kind.ENERGY, HOUR)),
                    Map.entry("kwh", new Unit(Kind.ENERGY, 1e3 * HOUR)),
                    Map.entry("mwh", new Unit(Kind.ENERGY, 1e6 * HOUR)),
                    Map.entry("gwh", new Unit(Kind.ENERGY, 1e9 * HOUR)));

    private static final Map<String, String> SYNONYMS =
            Map.ofEntries(
                    Map.entry("training", "train"),
                    Map.entry("pretrain", "train"),
                    Map.entry("pretraining", "train"),
                    Map.entry("step", "iteration"),
                    Map.entry("iter", "iteration"),
                    Map.entry("tuning", "finetune"),
                    Map.entry("sft", "finetune"),
                    Map.entry("lora", "finetune"),
                    Map.entry("memory", "mem"),
                    Map.entry("vram", "mem"),
                    Map.entry("serving", "inference"),
                    Map.entry("generation", "decode"),
                    Map.entry("itl", "tpot"),
                    Map.entry("tbt", "tpot"),
                    Map.entry("gpu", "accelerator"),
                    Map.entry("device", "accelerator"),
                    Map.entry("chip", "accelerator"),
                    Map.entry("token", "tokens"),
                    Map.entry("request", "requests"),
                    Map.entry("query", "requests"),
                    Map.entry("queries", "requests"),
                    Map.entry("response", "requests"),
                    Map.entry("responses", "requests"),
                    Map.entry("prompt", "prefill"),
                    Map.entry("throughput", "output"),
                    Map.entry("end2end", "e2e"));

    /** Items that one number is of. */
    private static final Map<String, Double> MANY =
            Map.of("1k", 1e3, "1000", 1e3, "thousand", 1e3, "1m", 1e6, "million", 1e6);

    /** Time by the clock. */
    private static final Set<String> WALL =
            Set.of("wall", "wallclock", "clock", "duration", "elapsed");

    /** Words that stand together for one. */
    private static final Map<String, String> PHRASES =
            Map.of(
                    "time_to_first_token", "ttft",
                    "first_token_latency", "ttft",
                    "time_per_output_token", "tpot",
                    "inter_token_latency", "tpot",
                    "time_between_tokens", "tpot",
                    "end_to_end", "e2e",
                    "fine_tune", "finetune",
                    "fine_tuning", "finetune");

    /** Shared words over all words from which one name may stand for another. */
    private static final double ALIKE = 0.5;

    static QuantityName of(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('-', '_');
        for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
            lower = lower.replace(phrase.getKey(), phrase.getValue());
        }
        boolean each = lower.matches(".*_per_(gpu|device|chip|accelerator|card)(_.*|$)");
        String bare = lower.replaceAll("_per_(gpu|device|chip|accelerator|card)(?=_|$)", "");
        boolean rate = bare.matches(".*_(per_(s|sec|second|minute)|ps)$");
        double perMinute = bare.endsWith("_per_minute") ? 1.0 / 60 : 1;
        String rest = bare.replaceAll("_(per_(s|sec|second|minute)|ps)$", "");
        Unit unit = rate ? new Unit(Kind.RATE, perMinute) : new Unit(Kind.OTHER, 1);
        double many = 1;
        boolean wall = rest.matches(".*(^|_)days(_|$).*") && !rest.matches(".*(gpu|accelerator).*");
        Set<String> subject = new TreeSet<>();
        for (String word : rest.split("_")) {
            Unit found = UNITS.get(word);
            if (found != null && unit.kind() == Kind.OTHER) {
                unit = found;
            } else if (MANY.containsKey(word)) {
                many = MANY.get(word);
            } else if (WALL.contains(word)) {
                wall = true;
            } else if (!word.isEmpty() && !word.equals("per")) {
                subject.add(SYNONYMS.getOrDefault(word, word));
            }
        }
        if (unit.kind() == Kind.ENERGY) {
            subject.add("energy");
        }
        if (wall) {
            // accelerator-hours, over the accelerators that share them
            subject.add("accelerator");
        }
        return new QuantityName(subject, unit.kind(), unit.size() / many, each || wall);
    }

    /** The known name that says the same in other words; empty when none is near. */
    static Optional<String> nearest(String name, Set<String> known) {
        QuantityName sought = of(name);
        String best = null;
        double most = 0;
        for (String candidate : new TreeSet<>(known)) {
            QuantityName other = of(candidate);
            double alike = other.kind() == sought.kind() ? sought.alike(other) : 0;
            if (alike > most) {
                best = candidate;
                most = alike;
            }
        }
        return most >= ALIKE ? Optional.ofNullable(best) : Optional.empty();
    }

    /** From a number in the unit of the other name to one in this. */
    double from(QuantityName other, double accelerators) {
        double shared = each == other.each() ? 1 : each ? 1 / accelerators : accelerators;
        return other.unit() / unit * shared;
    }

    private double alike(QuantityName other) {
        List<String> both = new ArrayList<>(subject);
        both.retainAll(other.subject());
        Set<String> all = new TreeSet<>(subject);
        all.addAll(other.subject());
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }
}
