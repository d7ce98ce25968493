package se.ehealthsdk.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.person.contract.GetPersonsForProfile;
import se.ehealthsdk.person.contract.RequestedPerson;

/** Every record, filled with something secret everywhere, tells none of it. */
class ToStringTest {

    private static final String SECRET = "Hemlig";

    @Test
    void person_withEverythingSet_showsNothing() throws Exception {
        showsNothing(Person.class);
    }

    @Test
    void messages_withEverythingSet_showNothing() throws Exception {
        showsNothing(RequestedPerson.class);
        showsNothing(GetPersonsForProfile.class);
    }

    private static void showsNothing(Class<?> root) throws Exception {
        Object made = make(root);

        assertThat(made.toString())
                .doesNotContain(SECRET)
                .doesNotContain("1912")
                .hasSizeLessThan(80);
    }

    /** Checks each part on the way, since a log may get one of them alone. */
    private static Object make(Type type) throws Exception {
        if (type instanceof ParameterizedType generic) {
            Object inside = make(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class ? List.of(inside) : Optional.of(inside);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return SECRET;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        if (raw == Integer.class) {
            return 12;
        }
        if (raw == Instant.class) {
            return Instant.EPOCH;
        }
        if (raw == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        RecordComponent[] components = raw.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = make(components[i].getGenericType());
        }
        Object made = raw.getDeclaredConstructor(types).newInstance(values);
        if (raw != ServiceTime.class) {
            assertThat(made.toString()).as(raw.getSimpleName()).doesNotContain(SECRET);
        }
        return made;
    }
}
