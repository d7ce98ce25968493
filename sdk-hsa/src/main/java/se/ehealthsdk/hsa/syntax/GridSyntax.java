package se.ehealthsdk.hsa.syntax;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two numbers, each after a letter that says which: {@code X:6581164,Y:1630250}. */
final class GridSyntax<T> extends TextSyntax<T> {

    private static final Pattern METRES = Pattern.compile("[0-9]{1,10}");

    private final String northLetter;
    private final String eastLetter;
    private final BiFunction<String, String, T> point;
    private final Function<T, String> north;
    private final Function<T, String> east;
    private final Pattern written;

    GridSyntax(
            String name,
            String example,
            String northLetter,
            String eastLetter,
            BiFunction<String, String, T> point,
            Function<T, String> north,
            Function<T, String> east) {
        super(name, example);
        this.northLetter = northLetter;
        this.eastLetter = eastLetter;
        this.point = point;
        this.north = north;
        this.east = east;
        this.written =
                Pattern.compile(
                        northLetter + ":(" + METRES + ")," + eastLetter + ":(" + METRES + ")");
    }

    @Override
    public T parse(String text) {
        Matcher matcher = written.matcher(text);
        if (!matcher.matches()) {
            throw refusal("has not two whole numbers, each after its letter");
        }
        return point.apply(matcher.group(1), matcher.group(2));
    }

    @Override
    public String write(T value) {
        return northLetter
                + ":"
                + metres(north.apply(value))
                + ","
                + eastLetter
                + ":"
                + metres(east.apply(value));
    }

    private String metres(String text) {
        if (!METRES.matcher(text).matches()) {
            throw refusal("has not whole numbers");
        }
        return text;
    }
}
