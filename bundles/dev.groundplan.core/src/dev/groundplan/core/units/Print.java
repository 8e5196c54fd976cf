package dev.groundplan.core.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Quantities as a person reads them. Plain arithmetic on decimals: no locale has a say, and it starts fast. */
final class Print {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    /** From here on, and below the smallest, digits say more than zeros. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private static final BigDecimal SMALLEST = new BigDecimal("1e-6");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Print() {}

    static String text(Quantity<?> quantity) {
        double value = quantity.value();
        return switch (quantity) {
            case Count count -> plain(value);
            case Ratio ratio -> percent(value);
            case Parameters parameters -> large(value, "parameter", "parameters");
            case Tokens tokens -> large(value, "token", "tokens");
            case TokensPerSecond rate -> large(value, "token", "tokens") + " per second";
            case TokensPerItem tokens -> large(value, "token", "tokens") + " per item";
            case Bytes bytes -> scaled(value, Units.BYTES);
            case BytesPerSecond bandwidth -> scaled(value, Units.BYTES) + " per second";
            case BytesPerToken size ->
                    exactInBinaryOnly(value)
                            ? binary(value) + " per token"
                            : scaled(value, Units.BYTES) + " per token";
            case Flop flop -> computing(value) + " FLOP";
            case FlopPerSecond speed -> scaled(value, Units.FLOPS);
            case AcceleratorHours hours -> counted(value, "accelerator-hour", "accelerator-hours");
            case Time time -> duration(value);
            case TimePerItem time -> duration(value) + " per item";
            case Effort effort -> effort(value);
            case EffortPerMonth effort -> effort(value) + " per month";
            case HoursPerDay hours -> counted(value, "hour", "hours") + " per day";
            case RequestRate rate -> value == 0 ? "0 per second" : scaled(value, Units.RATE);
            case ItemsPerRequest items -> number(rounded(value)) + " per request";
            case Power power -> scaled(value, Units.POWER);
            case Energy energy -> scaled(value, Units.ENERGY);
            case Carbon carbon -> scaled(value, Units.CARBON);
            case CarbonIntensity intensity -> number(rounded(value)) + " gCO2/kWh";
            case GrowthRate growth -> percent(value) + " per month";
            case InterruptionRate interruptions -> percent(value) + " per hour";
            case Money money -> amount(money);
            case PricePerHour price -> amount(price.money()) + " per hour";
            case PricePerDay price -> amount(price.money()) + " per day";
            case PricePerMonth price -> amount(price.money()) + " per month";
            case PricePerMillionTokens price -> amount(price.money()) + " per 1M tokens";
            case PricePerItem price -> amount(price.money()) + " per item";
        };
    }

    /** Always in powers of ten, as papers print it, so that two amounts compare at a glance. */
    private static String computing(double flop) {
        return Math.abs(flop) < 1e6 ? number(rounded(flop)) : powers(rounded(flop), 3);
    }

    /** In units of powers of 1,024. */
    static String binary(double bytes) {
        return scaled(bytes, Units.BINARY_BYTES);
    }

    /** Whether KiB show it exactly where kB would round it: 131,072 bytes are 128 KiB. */
    private static boolean exactInBinaryOnly(double bytes) {
        if (bytes == 0 || rounded(bytes).doubleValue() == bytes) {
            return false;
        }
        for (Units.Unit unit : Units.BINARY_BYTES.list()) {
            double number = bytes / unit.size();
            if (unit.size() > 1
                    && Math.abs(number) >= 1
                    && Math.abs(number) < 1024
                    && number == Math.rint(number)) {
                return true;
            }
        }
        return false;
    }

    /** In the largest unit that leaves a number of at least one. */
    private static String scaled(double value, Units ladder) {
        List<Units.Unit> units = ladder.list();
        for (int i = units.size() - 1; i > 0; i--) {
            BigDecimal number = rounded(value / units.get(i).size());
            if (number.abs().compareTo(BigDecimal.ONE) >= 0) {
                return with(number, units.get(i));
            }
        }
        return with(rounded(value / units.getFirst().size()), units.getFirst());
    }

    private static String with(BigDecimal number, Units.Unit unit) {
        return number(number) + " " + (isOne(number) ? unit.singular() : unit.plural());
    }

    private static String counted(double value, String singular, String plural) {
        BigDecimal number = rounded(value);
        return number(number) + " " + (isOne(number) ? singular : plural);
    }

    private static boolean isOne(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) == 0;
    }

    /** Below a million every single one, then in millions, billions, trillions. */
    private static String large(double value, String singular, String plural) {
        if (Math.abs(value) < 1e6) {
            String number = plain(value);
            return number + " " + (number.equals("1") ? singular : plural);
        }
        double size = Math.abs(value) >= 999.5e9 ? 1e12 : Math.abs(value) >= 999.5e6 ? 1e9 : 1e6;
        String scale = size == 1e12 ? "T" : size == 1e9 ? "B" : "M";
        return number(rounded(value / size)) + scale + " " + plural;
    }

    private static String effort(double days) {
        return days == 0 ? "0 person-days" : scaled(days, Units.PERSON_TIME);
    }

    /**
     * In the unit that a person would use: weeks from two on, months from four, years from three; but where a
     * neighbouring unit has a small whole number and this one has not, that one (3 months, not 13 weeks; 90 s); hours
     * up to 48 alone (3.5 days, not 84 hours).
     */
    private static String duration(double seconds) {
        if (seconds == 0) {
            return "0 s";
        }
        List<Units.Unit> units = Units.CLOCK.list();
        int usual = 0;
        for (int i = 1; i < units.size(); i++) {
            int least = i < 5 ? 1 : i == 5 ? 2 : i == 6 ? 4 : 3;
            if (rounded(seconds / units.get(i).size()).abs().doubleValue() >= least) {
                usual = i;
            }
        }
        int[] candidates = {usual, usual + 1, usual - 1, usual - 2};
        for (int i : candidates) {
            if (i >= 0
                    && i < units.size()
                    && isSmallWhole(
                            seconds / units.get(i).size(), i == usual ? 1000 : i == 3 ? 48 : 100)) {
                return with(rounded(seconds / units.get(i).size()), units.get(i));
            }
        }
        return with(rounded(seconds / units.get(usual).size()), units.get(usual));
    }

    private static boolean isSmallWhole(double number, int below) {
        double size = Math.abs(number);
        return size > 0.5 && size < below && Math.abs(size - Math.rint(size)) < 1e-9;
    }

    private static String amount(Money money) {
        BigDecimal amount = money.amount();
        String currency = " " + money.currency();
        if (amount.abs().compareTo(HUNDRED) >= 0) {
            BigDecimal whole = amount.setScale(0, RoundingMode.HALF_EVEN);
            return (whole.abs().compareTo(LARGEST) >= 0
                            ? number(amount.round(THREE_DIGITS))
                            : grouped(whole))
                    + currency;
        }
        BigDecimal number =
                amount.abs().compareTo(BigDecimal.ONE) < 0
                        ? amount.round(THREE_DIGITS)
                        : amount.setScale(2, RoundingMode.HALF_EVEN);
        if (number.signum() != 0 && number.abs().compareTo(SMALLEST) < 0) {
            return number(number) + currency;
        }
        number = number.stripTrailingZeros();
        if (number.scale() > 0) {
            number = number.setScale(Math.max(number.scale(), money.currency().decimals()));
        }
        return grouped(number) + currency;
    }

    /** Near the whole, as many digits as what is missing needs: 99.95 % is not 100 %. */
    private static String percent(double share) {
        BigDecimal number = rounded(share);
        BigDecimal missing = BigDecimal.ONE.subtract(BigDecimal.valueOf(share));
        if (missing.signum() > 0 && missing.doubleValue() < 0.1 && missing.doubleValue() > 1e-9) {
            number = BigDecimal.ONE.subtract(missing.round(TWO_DIGITS));
        }
        return number(number.movePointRight(2)) + " %";
    }

    /** Every digit before the point, three significant ones in all where there are fewer. */
    private static String plain(double value) {
        double size = Math.abs(value);
        return number(
                size < 100 || size >= 1e15
                        ? rounded(value)
                        : BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).round(THREE_DIGITS);
    }

    /** The number without trailing zeros, grouped; in powers of ten when very large or very small. */
    private static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal size = number.abs();
        boolean extreme = size.compareTo(LARGEST) >= 0 || size.compareTo(SMALLEST) < 0;
        return extreme ? powers(number, 1) : grouped(number.stripTrailingZeros());
    }

    /** {@code 1.80e23}, with at least so many digits. */
    private static String powers(BigDecimal number, int leastDigits) {
        BigDecimal stripped = number.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        BigDecimal mantissa = stripped.movePointLeft(exponent);
        return mantissa.setScale(Math.max(mantissa.scale(), leastDigits - 1)).toPlainString()
                + "e"
                + exponent;
    }

    private static String grouped(BigDecimal number) {
        return group(number.toPlainString(), ',');
    }

    /** The digits before the point in groups of three. */
    static String group(String digits, char separator) {
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = (point < 0 ? digits.length() : point) - 3; i > first; i -= 3) {
            text.insert(i, separator);
        }
        return text.toString();
    }
}
