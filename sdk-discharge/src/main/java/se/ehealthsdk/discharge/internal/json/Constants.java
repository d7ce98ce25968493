package se.ehealthsdk.discharge.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Constants of an enum as JSON writes them: {@code CAN_RECEIVE} is {@code canReceive}. */
final class Constants {

    private static final ClassValue<Map<String, Enum<?>>> BY_NAME =
            new ClassValue<>() {
                @Override
                protected Map<String, Enum<?>> computeValue(Class<?> type) {
                    Map<String, Enum<?>> names = new LinkedHashMap<>();
                    for (Object constant : type.getEnumConstants()) {
                        names.put(name((Enum<?>) constant), (Enum<?>) constant);
                    }
                    return Collections.unmodifiableMap(names);
                }
            };

    private Constants() {}

    static String name(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        return Optional.ofNullable(BY_NAME.get(type).get(name)).map(type::cast);
    }

    static <E extends Enum<E>> String expected(Class<E> type) {
        return "one of " + String.join(", ", BY_NAME.get(type).keySet());
    }
}
