package se.ehealthsdk.discharge.internal.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Constants of an enum as JSON writes them: {@code CAN_RECEIVE} is {@code canReceive}. */
public final class Constants {

    private Constants() {}

    /** As it is written. */
    public static String name(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(name))
                .findFirst();
    }

    static <E extends Enum<E>> String expected(Class<E> type) {
        return "one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(Constants::name)
                        .collect(Collectors.joining(", "));
    }
}
