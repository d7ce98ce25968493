package se.ehealthsdk.testkit.internal.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Constants as the API writes them: {@code FAULT_INJECTED} is {@code fault-injected}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> of(each).equals(word))
                .findFirst();
    }

    /** The constant of a word; refused when there is none. */
    static <E extends Enum<E>> E read(Class<E> type, String field, String word) {
        return find(type, word)
                .orElseThrow(
                        () -> Refusal.field(400, field, "is not known", "one of " + all(type)));
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", "));
    }
}
