package se.ehealthsdk.siths.certificate;

import com.code_intelligence.jazzer.junit.FuzzTest;
import se.ehealthsdk.core.error.InvalidInputException;

/** Whatever the bytes are: a certificate whose every accessor answers, or the documented refusal. */
class CertificateFuzzTest {

    @FuzzTest
    void parse(byte[] encoded) {
        try {
            Accessors.callAll(SithsCertificate.parse(encoded));
        } catch (InvalidInputException documented) {
            Accessors.requireNoContent(documented);
        }
    }
}
