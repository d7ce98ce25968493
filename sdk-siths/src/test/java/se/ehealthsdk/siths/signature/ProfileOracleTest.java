package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.siths.signature.SampleIntyg.utf8;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** What we recompute against what the JDK gets by executing: every form, two ways of writing, many changes. */
class ProfileOracleTest {

    private static final IssuedCertificate SIGNER =
            TestPki.shared().personSigning(SampleIntyg.HSA_ID);
    private static final Map<String, String> SIGNED = new HashMap<>();

    private static Stream<String> documents(SignatureProfile profile) {
        return Stream.of(SampleIntyg.prefixed(), SampleIntyg.unprefixed())
                .map(each -> signed(each, profile));
    }

    private static String signed(String document, SignatureProfile profile) {
        return SIGNED.computeIfAbsent(
                profile + document,
                key ->
                        new String(
                                Oracle.sign(utf8(document), profile, SIGNER),
                                StandardCharsets.UTF_8));
    }

    private static SignatureReport verify(String document) {
        return XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(utf8(document));
    }

    private static boolean oracle(String document) {
        return Oracle.accepts(utf8(document), SIGNER.certificate());
    }

    @ParameterizedTest
    @EnumSource
    void unchanged_isValid_andTheFormIsRecognised(SignatureProfile profile) {
        assertThat(documents(profile))
                .allSatisfy(
                        document -> {
                            assertThat(oracle(document)).isTrue();
                            SignatureReport report = verify(document);
                            assertThat(report.valid()).as(report.toString()).isTrue();
                            assertThat(report.profile()).contains(profile.name());
                            assertThat(report.notCovered()).isEqualTo(profile.notCovered());
                        });
    }

    static Stream<Mutation> judgedAlike() {
        return Mutation.judgedAlike().stream();
    }

    @ParameterizedTest
    @MethodSource
    void judgedAlike(Mutation mutation) {
        SoftAssertions softly = new SoftAssertions();
        for (SignatureProfile profile : SignatureProfile.values()) {
            documents(profile)
                    .map(mutation::apply)
                    .forEach(
                            changed -> {
                                SignatureReport report = verify(changed);
                                softly.assertThat(report.valid())
                                        .as(profile + " " + report)
                                        .isEqualTo(oracle(changed));
                            });
        }
        softly.assertAll();
    }

    static Stream<Mutation> judgedStricter() {
        return Mutation.judgedStricter().stream();
    }

    @ParameterizedTest
    @MethodSource
    void judgedStricter(Mutation mutation) {
        for (SignatureProfile profile : SignatureProfile.values()) {
            String changed = mutation.apply(signed(SampleIntyg.unprefixed(), profile));

            SignatureReport report = verify(changed);

            assertThat(report.valid()).as(profile.name()).isFalse();
            if (profile == SignatureProfile.C || profile == SignatureProfile.D) {
                assertThat(oracle(changed)).as("the JDK is laxer in " + profile).isTrue();
            }
            assertThat(report.findings())
                    .as(profile.name())
                    .extracting(SignatureReport.Finding::code)
                    .contains(mutation.stricter().name());
        }
    }

    @Test
    void insertedUnderskrift_isRefusedWhereItIsCovered() {
        String inserted =
                "</patient><underskrift xmlns=\"urn:riv:clinicalprocess:healthcond:certificate:3\">x</underskrift>";
        for (SignatureProfile profile : SignatureProfile.values()) {
            String changed =
                    signed(SampleIntyg.unprefixed(), profile).replace("</patient>", inserted);

            assertThat(verify(changed).valid())
                    .as(profile.name())
                    .isEqualTo(profile == SignatureProfile.C || profile == SignatureProfile.D);
        }
    }

    @Test
    void insertedValideringsunderlag_isUncoveredInTheOldestFormsOnlyAndOnlyWithoutPrefix() {
        for (SignatureProfile profile : SignatureProfile.values()) {
            boolean old = profile == SignatureProfile.A || profile == SignatureProfile.B;
            assertThat(verify(withEvidence(profile, "")).valid()).as(profile.name()).isEqualTo(old);
            assertThat(verify(withEvidence(profile, "r:")).valid()).as(profile.name()).isFalse();
        }
    }

    private static String withEvidence(SignatureProfile profile, String prefix) {
        return signed(SampleIntyg.unprefixed(), profile)
                .replace("</patient>", "</patient><%svalideringsunderlag/>".formatted(prefix));
    }

    @ParameterizedTest
    @EnumSource
    void signedWithAttributesInNamespaces_isValid(SignatureProfile profile) {
        String document =
                SampleIntyg.prefixed()
                        .replace(
                                "<t:cv>",
                                "<t:cv xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xsi:type=\"t:CVType\" xml:lang=\"sv\" a=\"1&#10;\">"
                                        + "<t:codeSystemName xsi:type=\"t:x\" t:y=\"&quot;&#9;&lt;\"/>");
        String signed = signed(document, profile);

        assertThat(oracle(signed)).isTrue();
        assertThat(verify(signed).valid()).isTrue();
        assertThat(verify(signed.replace("t:CVType", "t:Other")).valid()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void signedWithOddTexts_isValid(SignatureProfile profile) {
        String document =
                SampleIntyg.prefixed()
                        .replace(
                                "KOD_1",
                                "a<!-- c -->b<?p?> <?q?>c&#13;\n\td\uD83D\uDE00\u0085\u2028 ")
                        .replace("KOD_3", "<![CDATA[<&> ]]]]><![CDATA[>]]>");
        String signed = signed(document, profile);

        assertThat(oracle(signed)).isTrue();
        assertThat(verify(signed).valid()).isTrue();
    }
}
