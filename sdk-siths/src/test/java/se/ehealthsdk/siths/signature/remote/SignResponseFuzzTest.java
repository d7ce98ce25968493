package se.ehealthsdk.siths.signature.remote;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;

/** Whatever the bytes are: the good result, or the documented refusal. */
class SignResponseFuzzTest {

    private static final byte[] SIGNED = StoredResponse.complete(StoredResponse.XML);

    @FuzzTest
    void complete(byte[] response) {
        try {
            if (!Arrays.equals(StoredResponse.complete(response), SIGNED)) {
                throw new IllegalStateException("a changed response gave another document");
            }
        } catch (SigningException documented) {
            requireWords(documented.getMessage(), documented.remedy());
        }
    }

    /** What comes after the signature, which else would let nothing through. */
    @FuzzTest
    void judged(byte[] response) {
        try {
            SignResponseTest.judged(response);
        } catch (SigningException documented) {
            requireWords(documented.getMessage(), documented.remedy());
        }
    }

    @FuzzTest
    void metadata(byte[] metadata) {
        try {
            SigningServiceMetadata.parse(metadata);
        } catch (ConfigurationException documented) {
            requireWords(documented.getMessage(), documented.remedy());
        }
    }

    @FuzzTest
    void pending(byte[] bytes) {
        try {
            PendingSignature.fromBytes(bytes);
        } catch (InvalidInputException documented) {
            requireWords(documented.getMessage(), documented.remedy());
        }
    }

    private static void requireWords(String message, String remedy) {
        if (message.isBlank() || remedy.isBlank() || message.contains("191212121212")) {
            throw new IllegalStateException("a refusal without words, or with content");
        }
    }
}
