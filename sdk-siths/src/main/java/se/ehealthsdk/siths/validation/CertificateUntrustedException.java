package se.ehealthsdk.siths.validation;

import java.util.stream.Collectors;
import se.ehealthsdk.core.error.UntrustedException;

/** A certificate that does not hold; {@link #result()} says why, check by check. */
public final class CertificateUntrustedException extends UntrustedException {

    private static final long serialVersionUID = 1L;

    private final transient ValidationResult result;

    CertificateUntrustedException(ValidationResult result) {
        super(
                result.failures().stream()
                        .map(CheckResult::message)
                        .collect(Collectors.joining(" ")),
                result.failures().get(0).remedy());
        this.result = result;
    }

    /** All the checks. */
    public ValidationResult result() {
        return result;
    }
}
