package se.ehealthsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.hsa.HospResult;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.testkit.Exchange.Outcome;
import se.ehealthsdk.testkit.hsa.Persona;

/** Every fault, and the exception that the SDK's client makes of it. */
class FaultsTest {

    private static NationalServices services;
    private static RivtaClient client;
    private static HsaClient hsa;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        client =
                RivtaClient.builder()
                        .environment(services.environment())
                        .credential(services.credential())
                        .options(
                                it ->
                                        it.retry(RetryPolicy.NONE)
                                                .answerTimeout(Duration.ofSeconds(20)))
                        .build();
        hsa = HsaClient.builder(client).withoutLimits().build();
    }

    @AfterAll
    static void stop() {
        client.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
        // TLS in place, so that a lost connection is not taken for a refused certificate
        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    record Case(
            Fault fault,
            Class<? extends EHealthException> expected,
            se.ehealthsdk.core.error.Outcome outcome) {
        @Override
        public String toString() {
            return fault.toString();
        }
    }

    static Stream<Case> faults() {
        var unknown = se.ehealthsdk.core.error.Outcome.UNKNOWN;
        var notPerformed = se.ehealthsdk.core.error.Outcome.NOT_PERFORMED;
        var answered = se.ehealthsdk.core.error.Outcome.ANSWERED;
        return Stream.of(
                new Case(Fault.vp("VP009"), PlatformException.class, unknown),
                new Case(
                        Fault.vp("VP009").producerStatus(403),
                        PlatformException.class,
                        notPerformed),
                new Case(Fault.vp("VP009").producerStatus(503), PlatformException.class, unknown),
                new Case(Fault.producerAnsweredEmpty(), PlatformException.class, unknown),
                new Case(Fault.producerClosed(), PlatformException.class, unknown),
                new Case(Fault.producerBrokeOff(), PlatformException.class, unknown),
                new Case(Fault.producerAnsweredTooMuch(), PlatformException.class, unknown),
                new Case(Fault.http(413), PlatformException.class, notPerformed),
                new Case(Fault.http(400), PlatformException.class, notPerformed),
                new Case(Fault.http(404), PlatformException.class, notPerformed),
                new Case(Fault.http(503), PlatformException.class, unknown),
                new Case(Fault.producerFault("fel"), ServiceFaultException.class, answered),
                new Case(
                        Fault.producerFaultWithStatus200("fel"),
                        ServiceFaultException.class,
                        answered),
                new Case(Fault.resetBeforeProcessing(), ConnectionException.class, unknown),
                new Case(Fault.resetAfterProcessing(), ConnectionException.class, unknown),
                new Case(Fault.closedWithoutAnswer(), ConnectionException.class, unknown),
                new Case(Fault.garbage(), ConnectionException.class, unknown),
                new Case(Fault.brokenChunk(), ConnectionException.class, unknown),
                new Case(Fault.cutOff(), ConnectionException.class, unknown),
                new Case(Fault.stump(), ProtocolException.class, unknown),
                new Case(Fault.emptyAnswer(), ProtocolException.class, unknown),
                new Case(Fault.notXml(), ProtocolException.class, unknown),
                new Case(Fault.html(), ProtocolException.class, unknown),
                new Case(Fault.wrongNamespace(), ProtocolException.class, unknown),
                new Case(Fault.soap12(), ProtocolException.class, unknown),
                new Case(Fault.doctype(), ProtocolException.class, unknown),
                new Case(Fault.lyingCharset(), ProtocolException.class, unknown),
                new Case(Fault.gzipped(), ProtocolException.class, unknown),
                new Case(Fault.huge(200L << 20), ProtocolException.class, unknown));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault_injected_givesItsExceptionAndTheNextCallWorks(Case it) {
        services.faults().next(EmployeeContracts.GET_EMPLOYEE_4, it.fault());

        EHealthException failure = catchEmployee();

        assertThat(failure).isExactlyInstanceOf(it.expected());
        assertThat(failure.outcome()).isEqualTo(it.outcome());
        assertThat(services.faults().pending()).isZero();
        assertThat(services.journal().last())
                .hasValueSatisfying(
                        last -> {
                            assertThat(last.outcome()).isEqualTo(Outcome.FAULT_INJECTED);
                            assertThat(last.fault()).contains(it.fault().toString());
                        });
        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    static Stream<String> codes() {
        return PlatformFault.known().stream().map(PlatformFault::code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void vp_everyCode_isReadWithPlatformNameAndCorrelationId(String code) {
        services.faults().next(Fault.vp(code));

        PlatformException failure = catchThrowableOfType(PlatformException.class, this::employee);

        assertThat(failure.fault()).isEqualTo(PlatformFault.of(code));
        assertThat(failure.platformName()).contains(Platform.NAME);
        assertThat(failure.producerStatus()).isEmpty();
        assertThat(failure.details())
                .hasValueSatisfying(
                        details ->
                                assertThat(services.journal().last())
                                        .flatMap(Exchange::correlationId)
                                        .contains(details.correlationId()));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 429, 503})
    void producerStatus_anyFailure_isRead(int status) {
        services.faults().next(Fault.vp("VP009").producerStatus(status));

        PlatformException failure = catchThrowableOfType(PlatformException.class, this::employee);

        assertThat(failure.producerStatus()).hasValue(status);
    }

    @Test
    void producerStatus_otherFault_isRefused() {
        assertThatThrownBy(() -> Fault.vp("VP004").producerStatus(403))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void producerFault_hasItsText() {
        services.faults().next(Fault.producerFault("Något gick fel"));

        ServiceFaultException failure =
                catchThrowableOfType(ServiceFaultException.class, this::employee);

        assertThat(failure.faultString()).isEqualTo("Något gick fel");
    }

    @Test
    void withoutContentType_isReadAllTheSame() {
        services.faults().next(Fault.withoutContentType());

        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    @Test
    void slow_longerThanTheAnswerTimeout_isALostAnswer() {
        services.faults().next(Fault.slow(Duration.ofSeconds(5)));
        HsaClient impatient = impatient(Duration.ofMillis(300), Duration.ofSeconds(20));

        ConnectionException failure =
                catchThrowableOfType(
                        ConnectionException.class,
                        () -> impatient.employee(Persona.DR_LINDGREN.hsaId()));

        assertThat(failure.stage()).isEqualTo(Stage.ANSWER);
    }

    @Test
    void slow_withinTheAnswerTimeout_isAnswered() {
        services.faults().next(Fault.slow(Duration.ofMillis(100)));

        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    @Test
    void endless_endsAtTheDeadline() {
        services.faults().next(Fault.endless(Duration.ofMillis(20)));
        HsaClient impatient = impatient(Duration.ofSeconds(20), Duration.ofSeconds(1));

        ConnectionException failure =
                catchThrowableOfType(
                        ConnectionException.class,
                        () -> impatient.employee(Persona.DR_LINDGREN.hsaId()));

        assertThat(failure.stage()).isEqualTo(Stage.ANSWER);
    }

    @Test
    void next_count_isMetSoManyTimes() {
        services.faults().next(EmployeeContracts.GET_EMPLOYEE_4, 2, Fault.vp("VP008"));

        assertThat(catchEmployee()).isInstanceOf(PlatformException.class);
        assertThat(catchEmployee()).isInstanceOf(PlatformException.class);
        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    @Test
    void next_otherContract_isNotMet() {
        services.faults().next(EmployeeContracts.GET_EMPLOYEE_3, Fault.vp("VP008"));

        assertThat(hsa.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        assertThat(services.faults().pending()).isEqualTo(1);
    }

    @Test
    void retry_transientFault_isOvercome() {
        services.faults().next(Fault.vp("VP008"));
        HsaClient patient =
                HsaClient.builder(client.with(it -> it.retry(RetryPolicy.DEFAULT))).build();

        assertThat(patient.employee(Persona.DR_LINDGREN.hsaId())).isPresent();
    }

    @Test
    void resetAfterProcessing_update_isCarriedOut() {
        var person = Persona.DR_LINDGREN.personId();
        services.faults().next(Fault.resetAfterProcessing());

        assertThatThrownBy(() -> hsa.followInHosp(person)).isInstanceOf(EHealthException.class);

        assertThat(services.hsa().isFollowedInHosp(person)).isTrue();
    }

    @Test
    void resetBeforeProcessing_update_isNotCarriedOut() {
        var person = Persona.DR_LINDGREN.personId();
        services.faults().next(Fault.resetBeforeProcessing());

        assertThatThrownBy(() -> hsa.followInHosp(person)).isInstanceOf(EHealthException.class);

        assertThat(services.hsa().isFollowedInHosp(person)).isFalse();
        assertThat(hsa.followInHosp(person).code()).isEqualTo(HospResult.Code.OK);
    }

    private HsaClient impatient(Duration answer, Duration deadline) {
        return HsaClient.builder(client.with(it -> it.answerTimeout(answer).deadline(deadline)))
                .build();
    }

    private EHealthException catchEmployee() {
        return catchThrowableOfType(EHealthException.class, this::employee);
    }

    private void employee() {
        hsa.employee(Persona.DR_LINDGREN.hsaId());
    }
}
