package se.ehealthsdk.testkit.certificate;

import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What is to become of a call to the certificate services in the place of the right thing. Given to {@link
 * CertificateStandIn#next(CertificateFault)}. Immutable.
 *
 * <p>Faults of platform and network that do not depend on what was sent are given to {@code
 * NationalServices.faults()}, for example {@code Fault.vp("VP009")}.
 */
public sealed interface CertificateFault {

    /** Done; the connection is reset in the place of the answer. */
    static CertificateFault answerLost() {
        return new AnswerLost();
    }

    /**
     * Done at once; the answer comes late.
     *
     * @param wait how late; longer than the client's timeout, and the client never knows
     */
    static CertificateFault answerLate(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw new InvalidInputException("wait", "is no time", "longer than zero");
        }
        return new AnswerLate(wait);
    }

    /** Not done; {@code ERROR} with {@code TECHNICAL_ERROR}. */
    static CertificateFault technicalError(String text) {
        return error(Optional.of(Result.TECHNICAL), text);
    }

    /** Not done; {@code ERROR} with {@code APPLICATION_ERROR}. */
    static CertificateFault applicationError(String text) {
        return error(Optional.of(Result.APPLICATION), text);
    }

    /** Not done; {@code ERROR} with {@code VALIDATION_ERROR}. */
    static CertificateFault validationError(String text) {
        return error(Optional.of(Result.VALIDATION), text);
    }

    /**
     * Not done; {@code ERROR}.
     *
     * @param errorId beside it; none when empty
     * @param text beside it
     */
    static CertificateFault error(Optional<String> errorId, String text) {
        return new Refusal(errorId, text);
    }

    /**
     * Not done; the service throws a SOAP fault. Where the contract has a result, the services turn it into HTTP 200
     * with {@code ERROR}: {@code VALIDATION_ERROR} when the text holds {@code Unmarshalling Error}, otherwise {@code
     * APPLICATION_ERROR}, whatever the cause. Where it has none, it stays a SOAP fault with HTTP 500.
     *
     * @param text the fault's
     */
    static CertificateFault soapFault(String text) {
        return new SoapFault(text);
    }

    /** See {@link #answerLost()}. */
    record AnswerLost() implements CertificateFault {}

    /**
     * See {@link #answerLate(Duration)}.
     *
     * @param time how late
     */
    record AnswerLate(Duration time) implements CertificateFault {}

    /**
     * See {@link #error(Optional, String)}.
     *
     * @param errorId beside the code
     * @param text beside the code
     */
    record Refusal(Optional<String> errorId, String text) implements CertificateFault {}

    /**
     * See {@link #soapFault(String)}.
     *
     * @param text of the fault
     */
    record SoapFault(String text) implements CertificateFault {}
}
