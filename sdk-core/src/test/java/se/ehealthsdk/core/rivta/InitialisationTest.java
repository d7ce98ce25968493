package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants that stand on one another are there whichever of the types an application touches first. */
class InitialisationTest {

    /** Loads this package anew, so that nothing of it has been touched before. */
    private static final class Anew extends ClassLoader {

        Anew() {
            super(InitialisationTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("se.ehealthsdk.core.rivta.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RetryPolicy", "CallOptions"})
    void defaultOptions_whicheverTypeIsTouchedFirst_haveARetryPolicy(String first)
            throws Exception {
        ClassLoader anew = new Anew();
        Class.forName("se.ehealthsdk.core.rivta." + first, true, anew);

        Class<?> options = Class.forName("se.ehealthsdk.core.rivta.CallOptions", true, anew);
        Field constant = options.getDeclaredField("DEFAULT");
        constant.setAccessible(true);
        Object defaults = constant.get(null);

        assertThat(options.getMethod("retry").invoke(defaults)).isNotNull();
    }

    @Test
    void loader_ofTheTest_loadsThePackageAnew() throws Exception {
        assertThat(new Anew().loadClass(CallOptions.class.getName(), false))
                .isNotSameAs(CallOptions.class);
    }
}
