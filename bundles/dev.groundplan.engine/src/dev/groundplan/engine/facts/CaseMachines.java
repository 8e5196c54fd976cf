package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.units.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the accelerator that a source speaks of among those of the catalogue. */
final class CaseMachines {
    /** What stands for an accelerator that nobody names: the one of most published cases. */
    private static final String USUAL = "A100-SXM-80GB";

    /** A count before the name: {@code 8xRTX2080Ti}. */
    private static final Pattern SEVERAL = Pattern.compile("([0-9]{1,5})\\s*x\\s*([A-Za-z].*)");

    /** Gigabytes in the name of a board. */
    private static final Pattern MEMORY =
            Pattern.compile("(?<![0-9.])([1-9][0-9]{0,2})\\s?GB", Pattern.CASE_INSENSITIVE);

    /** Letters of a family, and a number in it. */
    private static final Pattern FAMILY = Pattern.compile("([a-z]{0,10})([0-9]{1,4})[a-z]?");

    /** Boards whose names have no number. */
    private static final Set<String> NAMED = Set.of("orin", "ironwood");

    private record Spelling(Pattern theirs, String ours) {
        static Spelling of(String theirs, String ours) {
            return new Spelling(Pattern.compile(theirs), ours);
        }
    }

    /** The catalogue's spelling of what sources write apart or in short. */
    private static final List<Spelling> SPELLINGS =
            List.of(
                    Spelling.of("(sxm|pcie)[0-9]?", "$1"),
                    Spelling.of("tpu[ _-]v?(?=[3-6])", "tpuv"),
                    Spelling.of("^v([3-6][ep]?)\\b", "tpuv$1"),
                    Spelling.of("trillium", "tpuv6e"),
                    Spelling.of("gaudi[ _-](?=[0-9])", "gaudi"),
                    Spelling.of("(trainium|trn)[ _-]?(?=[0-9])", "trainium"),
                    Spelling.of("trainium(?![0-9])|inferentia[0-9]?", "trainium1"),
                    Spelling.of("geforce|gtx", "rtx"),
                    Spelling.of("rtx[ _-]?(?=[0-9]{4}\\b)", "rtx "));

    /** A plain name is of the plain board, not of one with more to its name. */
    private static final double UNSAID = 0.1;

    /** More gigabytes than any board has: memory only decides between like ones. */
    private static final double LARGEST = 1e4;

    private static final double GIGA = 1e9;

    /** Data sheets round by less. */
    private static final double SAME_MEMORY = 0.08;

    private final Map<String, AcceleratorSpec> byName = new HashMap<>();
    private final Map<String, AcceleratorSpec> all;

    CaseMachines(Map<String, AcceleratorSpec> accelerators) {
        all = new TreeMap<>(accelerators);
        all.forEach((name, spec) -> byName.put(CaseModels.normal(name), spec));
    }

    CaseMachine of(CaseInputs inputs) throws NotEstimated {
        for (String input : List.of("accelerator", "system")) {
            Optional<String> words = inputs.text(input);
            if (words.isPresent()) {
                Matcher several = SEVERAL.matcher(words.get());
                String one = several.matches() ? several.group(2) : words.get();
                int written = several.matches() ? Integer.parseInt(several.group(1)) : 1;
                int count = Math.max(1, inputs.whole("accelerators", written));
                AcceleratorSpec exact = byName.get(CaseModels.normal(one));
                if (exact != null) {
                    return new CaseMachine(exact, true, count);
                }
                Optional<AcceleratorSpec> near = nearest(one).or(() -> cousin(one));
                if (near.isPresent()) {
                    AcceleratorSpec sized = sized(near.get(), one);
                    boolean named = parts(one).containsAll(parts(sized.name()));
                    return new CaseMachine(sized, named && sized == near.get(), count);
                }
            }
        }
        AcceleratorSpec usual = all.get(USUAL);
        if (usual == null) {
            throw new NotEstimated("the catalogue has no " + USUAL + " to assume");
        }
        return new CaseMachine(usual, false, Math.max(1, inputs.whole("accelerators", 1)));
    }

    /** With the memory that the words give, where another variant of the board has it. */
    private static AcceleratorSpec sized(AcceleratorSpec near, String words) {
        Matcher memory = MEMORY.matcher(words);
        if (!memory.find()) {
            return near;
        }
        double bytes = Double.parseDouble(memory.group(1)) * GIGA;
        return Math.abs(bytes / near.memory().value() - 1) > SAME_MEMORY
                ? near.with(new Bytes(bytes))
                : near;
    }

    /**
     * The one that shares a model number, and most other words; of like ones the plainest, then the
     * largest.
     */
    private Optional<AcceleratorSpec> nearest(String words) {
        Set<String> sought = new HashSet<>(parts(words));
        AcceleratorSpec best = null;
        double most = 0;
        for (AcceleratorSpec spec : all.values()) {
            List<String> parts = parts(spec.name());
            boolean sameModel = parts.stream().anyMatch(p -> isModel(p) && sought.contains(p));
            double shared = 0;
            for (String part : parts) {
                shared += sought.contains(part) ? isModel(part) ? 4 : 2 : -UNSAID;
            }
            // a source that does not say the form speaks of the usual one
            shared += parts.stream().anyMatch(p -> p.startsWith("sxm")) ? 1 : 0;
            shared += spec.memory().value() / (GIGA * LARGEST);
            if (sameModel && shared > most) {
                best = spec;
                most = shared;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The one of the same family whose number is nearest: {@code B400} is most like a B300. */
    private Optional<AcceleratorSpec> cousin(String words) {
        AcceleratorSpec best = null;
        double least = Double.MAX_VALUE;
        for (String part : parts(words)) {
            Matcher sought = FAMILY.matcher(part);
            for (AcceleratorSpec spec : all.values()) {
                for (String own : parts(spec.name())) {
                    Matcher has = FAMILY.matcher(own);
                    if (sought.matches()
                            && has.matches()
                            && sought.group(1).equals(has.group(1))
                            && (!has.group(1).isEmpty() || consumer(words, spec))) {
                        double away =
                                Math.abs(
                                        Double.parseDouble(sought.group(2))
                                                - Double.parseDouble(has.group(2)));
                        if (away < least) {
                            best = spec;
                            least = away;
                        }
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Bare numbers are of one family on boards for games alone. */
    private static boolean consumer(String words, AcceleratorSpec spec) {
        return parts(words).contains("rtx") && parts(spec.name()).contains("rtx");
    }

    private static boolean isModel(String part) {
        return NAMED.contains(part)
                || part.chars().anyMatch(Character::isDigit) && !part.endsWith("gb");
    }

    private static List<String> parts(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        for (Spelling spelling : SPELLINGS) {
            plain = spelling.theirs().matcher(plain).replaceAll(spelling.ours());
        }
        return Stream.of(plain.split("[^a-z0-9]+")).filter(part -> !part.isEmpty()).toList();
    }
}
