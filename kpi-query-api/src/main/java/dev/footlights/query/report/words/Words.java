package dev.footlights.query.report.words;

import dev.footlights.query.report.IsoWeek;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers, plurals and days in plain English. A number and its unit are never parted by the end of a line. */
public final class Words {
    private static final char NO_BREAK = '\u00a0';
    private static final int MINUTES_AN_HOUR = 60;
    private static final double PERCENT = 100;
    private static final double LARGE = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final Map<String, String> PLURALS =
            Map.of("person", "people", "search", "searches", "day of use", "days of use");

    private Words() {}

    /** {@code 1,234}; with one decimal where it is a fraction below 100. */
    public static String number(double number) {
        boolean whole = Math.rint(number) == number || Math.abs(number) >= LARGE;
        DecimalFormat format =
                new DecimalFormat(whole ? "#,##0" : "#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(number);
        return text.equals("-0") ? "0" : text;
    }

    /** {@code 1,234}. */
    public static String number(long number) {
        return number((double) number);
    }

    /** {@code 1 person}, {@code 2 people}, {@code 0 people}. */
    public static String people(long people) {
        return count((double) people, "person");
    }

    /** {@code once}, {@code twice}, {@code 3 times}. */
    public static String times(long times) {
        return times == 1 ? "once" : times == 2 ? "twice" : number(times) + NO_BREAK + "times";
    }

    /** A number with its noun, in the plural unless it is shown as 1. */
    public static String count(double number, String noun) {
        String shown = number(number);
        return shown + NO_BREAK + (shown.equals("1") ? noun : plural(noun));
    }

    static String plural(String noun) {
        return PLURALS.getOrDefault(noun, noun + "s");
    }

    /** {@code 81 %}. */
    public static String percent(double ratio) {
        return number(Math.round(ratio * PERCENT)) + NO_BREAK + "%";
    }

    /** Growth with its sign: {@code +7 %}, {@code −7 %}; {@code ±0 %} when it rounds to nothing. */
    public static String growth(double now, double then) {
        long percent = Math.round((now - then) / then * PERCENT);
        return sign((double) percent) + number(Math.abs(percent)) + NO_BREAK + "%";
    }

    /** {@code +18}, {@code −18}, {@code ±0}. */
    public static String signed(double change) {
        String shown = number(Math.abs(change));
        return (shown.equals("0") ? "±" : sign(change)) + shown;
    }

    private static String sign(double number) {
        return number > 0 ? "+" : number < 0 ? "−" : "±";
    }

    /** {@code 20 h 40 min}. */
    public static String duration(double minutes) {
        long whole = Math.round(minutes);
        if (whole < MINUTES_AN_HOUR) {
            return whole + "" + NO_BREAK + "min";
        }
        if (whole >= LARGE * MINUTES_AN_HOUR) {
            return number(Math.round((double) whole / MINUTES_AN_HOUR)) + NO_BREAK + "h";
        }
        String hours = number(whole / MINUTES_AN_HOUR) + NO_BREAK + "h";
        long rest = whole % MINUTES_AN_HOUR;
        return rest == 0 ? hours : hours + NO_BREAK + rest + NO_BREAK + "min";
    }

    /** As {@link #duration}, shorter: {@code 20.7 h}. */
    public static String hours(double minutes) {
        return Math.round(minutes) < MINUTES_AN_HOUR
                ? duration(minutes)
                : number(minutes / MINUTES_AN_HOUR) + NO_BREAK + "h";
    }

    /** {@code EUR 1,240}. */
    public static String money(double amount, String currency) {
        return currency + NO_BREAK + number(Math.round(amount));
    }

    /** A value in its KPI's unit. */
    public static String value(double value, String unit) {
        return switch (unit) {
            case "ratio" -> percent(value);
            case "people" -> people(Math.round(value));
            case "minutes" -> duration(value);
            case "sessions" -> count(value, "session");
            case "views" -> count(value, "page view");
            case "interactions" -> count(value, "interaction");
            case "runs" -> count(value, "run");
            case "searches" -> count(value, "search");
            case "events" -> count(value, "event");
            case "days" -> count(value, "day");
            case "features" -> count(value, "feature");
            case "opens" -> count(value, "opening");
            case "rank" -> "place" + NO_BREAK + number(value);
            default -> money(value, unit);
        };
    }

    /** The change of a value: percentage points of a ratio, else what it is and in proportion. */
    public static String change(double now, double then, String unit) {
        if (unit.equals("ratio")) {
            long points = Math.round(now * PERCENT) - Math.round(then * PERCENT);
            return signed((double) points) + NO_BREAK + (Math.abs(points) == 1 ? "point" : "points");
        }
        String sign = sign(now - then);
        String plain = switch (unit) {
            case "minutes" -> sign + duration(Math.abs(now - then));
            case "people",
                    "sessions",
                    "views",
                    "interactions",
                    "runs",
                    "searches",
                    "events",
                    "days",
                    "features",
                    "opens",
                    "rank" -> signed(now - then);
            default -> sign + money(Math.abs(now - then), unit);
        };
        return then == 0 ? plain : plain + " (" + growth(now, then) + ")";
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.getFirst();
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
        };
    }

    /** {@code 22 November 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day).replace(' ', NO_BREAK);
    }

    /** {@code 16–22 November 2026}, with as much of the first day as differs. */
    public static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(last);
        }
        String from = first.getYear() != last.getYear()
                ? day(first)
                : first.getMonth() == last.getMonth()
                        ? Integer.toString(first.getDayOfMonth())
                        : DAY_AND_MONTH.format(first).replace(' ', NO_BREAK);
        boolean spaced = first.getMonth() != last.getMonth();
        return from + (spaced ? " – " : "–") + day(last);
    }

    /** {@code week 47 of 2026}. */
    public static String week(IsoWeek week) {
        return "week" + NO_BREAK + week.week() + " of " + week.year();
    }
}
