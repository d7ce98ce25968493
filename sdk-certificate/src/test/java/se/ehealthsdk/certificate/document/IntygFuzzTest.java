package se.ehealthsdk.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import se.ehealthsdk.core.error.InvalidInputException;

/** Whatever the bytes are: a certificate, or the documented refusal; and what is written is read as the same. */
class IntygFuzzTest {

    @FuzzTest
    void read(byte[] document) {
        Intyg intyg;
        try {
            intyg = Intyg.read(document);
        } catch (InvalidInputException documented) {
            return;
        }
        byte[] written = intyg.xml();
        Intyg again = Intyg.read(written);
        assertThat(again.xml()).isEqualTo(written);
        assertThat(again.id()).isEqualTo(intyg.id());
        assertThat(again.answers()).isEqualTo(intyg.answers());
        byte[] built;
        try {
            built = intyg.toBuilder().build().xml();
        } catch (InvalidInputException documented) {
            return;
        }
        Intyg rebuilt = Intyg.read(built).toBuilder().build();
        assertThat(Intyg.read(rebuilt.xml()).toBuilder().build().xml()).isEqualTo(rebuilt.xml());
    }
}
