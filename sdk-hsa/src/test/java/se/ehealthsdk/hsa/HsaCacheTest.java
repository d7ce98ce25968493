package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.contract.GetHospLastUpdate;
import se.ehealthsdk.hsa.contract.SearchScope;

class HsaCacheTest {

    private static final HsaId VERA = HsaId.of("TST2321000016-VERA");
    private static final PersonId TOLVAN = PersonId.parse("191212121212");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong();
    private final FakeHsa fake = new FakeHsa();
    private final HsaClient hsa =
            new HsaClient(
                    new CachingChannel(HsaCache.of(MINUTE), fake, nanos::get),
                    fake,
                    SearchScope.ALL,
                    Map.of());

    @Test
    void answerWithinTimeToLive_isRemembered() {
        fake.answer((contract, request) -> List.of(Employee.builder(VERA).build()));

        hsa.employee(VERA);
        nanos.set(MINUTE.toNanos() - 1);

        assertThat(hsa.employee(VERA)).isPresent();
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void answerPastTimeToLive_isAskedForAgain() {
        fake.answer((contract, request) -> List.of(Employee.builder(VERA).build()));

        hsa.employee(VERA);
        nanos.set(MINUTE.toNanos());
        hsa.employee(VERA);

        assertThat(fake.asked()).hasSize(2);
    }

    @Test
    void protectedVariantOtherScopeAndOtherPerson_areOtherQuestions() {
        fake.answer((contract, request) -> List.of(Employee.builder(VERA).build()));

        hsa.employee(VERA);
        hsa.employeeIncludingProtectedPerson(VERA);
        hsa.includingFeigned().employee(VERA);
        hsa.below("c=SE").employee(VERA);
        hsa.employee(HsaId.of("TST2321000016-ANNA"));

        assertThat(fake.asked()).hasSize(5);
    }

    @Test
    void nothingFound_isNotRemembered() {
        fake.answer((contract, request) -> List.of());
        hsa.employee(VERA);
        hsa.employee(VERA);
        fake.answer((contract, request) -> Optional.empty());
        hsa.careUnitOf(VERA);
        hsa.careUnitOf(VERA);

        assertThat(fake.asked()).hasSize(4);
    }

    @Test
    void failure_isNotRemembered() {
        fake.answer(
                (contract, request) -> {
                    throw new ServiceFaultException("Server", "", "", null);
                });
        assertThatThrownBy(() -> hsa.employee(VERA)).isInstanceOf(ServiceFaultException.class);
        fake.answer((contract, request) -> List.of(Employee.builder(VERA).build()));

        assertThat(hsa.employee(VERA)).isPresent();
    }

    @Test
    void updatesAndTheTimeOfTheLastOne_areNeverRemembered() {
        fake.answer(
                (contract, request) ->
                        request instanceof GetHospLastUpdate
                                ? Instant.EPOCH
                                : new HospResult(HospResult.Code.OK, ""));

        hsa.followInHosp(TOLVAN);
        hsa.followInHosp(TOLVAN);
        hsa.hospLastUpdate();
        hsa.hospLastUpdate();

        assertThat(fake.asked()).hasSize(4);
    }

    @Test
    void bulk_doesNotUseTheCache() {
        fake.answer((contract, request) -> List.of(Employee.builder(VERA).build()));

        hsa.employee(VERA);
        hsa.bulk().employee(VERA);

        assertThat(fake.asked()).hasSize(2);
    }

    @Test
    void settingsThatCannotBe_areRefused() {
        assertThatThrownBy(() -> HsaCache.of(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new HsaCache(MINUTE, 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void cacheWithoutCaffeine_isAConfigurationErrorThatSaysWhatToAdd() throws Exception {
        try (var loader = new URLClassLoader(withoutCaffeine(), null)) {
            Class<?> builder = loader.loadClass("se.ehealthsdk.hsa.HsaClient$Builder");
            var caching =
                    builder.getDeclaredMethod(
                            "caching",
                            loader.loadClass("se.ehealthsdk.hsa.HsaCache"),
                            loader.loadClass("se.ehealthsdk.hsa.Channel"));
            caching.setAccessible(true);
            Object settings =
                    loader.loadClass("se.ehealthsdk.hsa.HsaCache")
                            .getMethod("of", Duration.class)
                            .invoke(null, MINUTE);

            assertThatThrownBy(() -> caching.invoke(null, settings, null))
                    .cause()
                    .satisfies(
                            thrown ->
                                    assertThat(thrown.getClass().getName())
                                            .isEqualTo(ConfigurationException.class.getName()))
                    .hasMessageContaining("Caffeine");
        }
    }

    private static URL[] withoutCaffeine() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !new File(entry).getName().startsWith("caffeine"))
                .map(HsaCacheTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
