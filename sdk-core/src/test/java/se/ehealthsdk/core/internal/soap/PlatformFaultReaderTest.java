package se.ehealthsdk.core.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ServiceFaultException;

class PlatformFaultReaderTest {

    private static final CallDetails DETAILS =
            new CallDetails(
                    "urn:riv:a:BResponder:1",
                    "SE165565594230-1000",
                    Optional.empty(),
                    "id",
                    "https://localhost/vp",
                    OptionalInt.of(500),
                    Duration.ZERO,
                    1);

    @ParameterizedTest
    @CsvSource({
        "VP001, Client, NOT_PERFORMED, false",
        "VP002, Client, NOT_PERFORMED, false",
        "VP003, Client, NOT_PERFORMED, false",
        "VP004, Client, NOT_PERFORMED, false",
        "VP005, Client, NOT_PERFORMED, false",
        "VP006, Server, NOT_PERFORMED, false",
        "VP007, Server, NOT_PERFORMED, false",
        "VP008, Server, NOT_PERFORMED, true",
        "VP009, Server, UNKNOWN, true",
        "VP010, Server, NOT_PERFORMED, false",
        "VP011, Client, NOT_PERFORMED, false",
        "VP012, Server, NOT_PERFORMED, true",
        "VP013, Client, NOT_PERFORMED, false",
        "VP014, Server, NOT_PERFORMED, false",
        "VP015, Client, NOT_PERFORMED, false",
        "VP099, Server, UNKNOWN, false"
    })
    void exception_codedFault_tellsPlatformOutcomeAndWhetherToRetry(
            String code, String faultCode, Outcome outcome, boolean retryable) {
        EHealthException failure =
                exception(new SoapFault(faultCode, code + " [REGION_X] Något gick fel.", ""), true);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        platform -> {
                            assertThat(platform.fault().code()).isEqualTo(code);
                            assertThat(platform.platformName()).contains("REGION_X");
                            assertThat(platform.remedy()).isNotBlank();
                        });
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.retryable()).isEqualTo(retryable);
    }

    @ParameterizedTest
    @CsvSource({
        "403, NOT_PERFORMED, false, denied",
        "404, NOT_PERFORMED, false, later",
        "302, NOT_PERFORMED, false, later",
        "429, NOT_PERFORMED, true, later",
        "500, UNKNOWN, true, later",
        "503, UNKNOWN, true, later"
    })
    void exception_vp009WithProducerStatus_showsWhatTheProducerSaid(
            int status, Outcome outcome, boolean retryable, String remedy) {
        PlatformException failure =
                (PlatformException)
                        exception(
                                new SoapFault(
                                        "Server",
                                        "VP009 [X] Fel",
                                        "Exception information: (x.Y: z)\n"
                                                + "VP_PRODUCER_EXCEPTION_HTTP_STATUS="
                                                + status),
                                false);

        assertThat(failure.producerStatus()).hasValue(status);
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(failure.remedy()).contains(remedy);
    }

    @Test
    void exception_codelessServerFaultFromThePlatform_isATransportFailure() {
        EHealthException failure =
                PlatformFaultReader.exception(
                        new SoapFault("Server", "Något helt nytt", ""), true, false, DETAILS);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        it -> assertThat(it.fault()).isEqualTo(PlatformFault.TRANSPORT));
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"Server, true, true", "Client, true, false", "Server, false, false"})
    void exception_faultOfTheProducer_isAServiceFault(
            String code, boolean throughPlatform, boolean producerSpoke) {
        EHealthException failure =
                PlatformFaultReader.exception(
                        new SoapFault(code, "Patient 191212121212 saknas", "mer"),
                        throughPlatform,
                        producerSpoke,
                        DETAILS);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> assertThat(fault.faultString()).contains("191212121212"));
        assertThat(failure.toString()).doesNotContain("191212121212");
    }

    @Test
    void exception_unknownCodeWithoutName_isKept() {
        PlatformException failure =
                (PlatformException) exception(new SoapFault("Server", "VP777 oj", ""), false);

        assertThat(failure.fault().code()).isEqualTo("VP777");
        assertThat(failure.platformName()).isEmpty();
    }

    private static EHealthException exception(SoapFault fault, boolean producerSpoke) {
        return PlatformFaultReader.exception(fault, true, producerSpoke, DETAILS);
    }
}
