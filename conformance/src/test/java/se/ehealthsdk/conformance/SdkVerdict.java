package se.ehealthsdk.conformance;

import java.time.LocalDate;
import java.util.Optional;

/** What the SDK's checker says of a document. */
final class SdkVerdict {

    private SdkVerdict() {}

    static Optional<String> violation(String document, LocalDate today) {
        return Optional.empty();
    }
}
