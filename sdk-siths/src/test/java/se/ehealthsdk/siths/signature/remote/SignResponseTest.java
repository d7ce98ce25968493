package se.ehealthsdk.siths.signature.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;

/** A response that once was good; the faults that a service can make are tested in sdk-testkit. */
class SignResponseTest {

    @Test
    void complete_storedResponse_givesASignedDocument() {
        SignatureReport report =
                XmlDocumentVerifier.integrityOnlyWithoutTrust()
                        .verify(StoredResponse.complete(StoredResponse.XML));

        assertThat(report.valid()).as(report.toString()).isTrue();
    }

    @Test
    void complete_base64InLines_isTaken() {
        String lines = Base64.getMimeEncoder().encodeToString(StoredResponse.XML);

        assertThat(
                        StoredResponse.client()
                                .complete(
                                        StoredResponse.PENDING,
                                        lines,
                                        StoredResponse.PENDING.requestId()))
                .isNotEmpty();
    }

    @Test
    void complete_fieldThatIsMissing_isRefusedLikeAnyOther() {
        SigningService client = StoredResponse.client();

        assertThat(
                        catchThrowableOfType(
                                        SigningException.class,
                                        () ->
                                                client.complete(
                                                        StoredResponse.PENDING,
                                                        null,
                                                        StoredResponse.PENDING.requestId()))
                                .reason())
                .isEqualTo(SigningException.Reason.MALFORMED);
        assertThat(
                        catchThrowableOfType(
                                        SigningException.class,
                                        () -> client.complete(StoredResponse.PENDING, "", null))
                                .reason())
                .isEqualTo(SigningException.Reason.OTHER_REQUEST);
    }

    @Test
    void complete_withoutKeyInfo_isJudgedByTheMetadata() {
        assertThat(
                        StoredResponse.complete(
                                changed(
                                        it ->
                                                it.replaceAll(
                                                        "(?s)<ds:KeyInfo>.*</ds:KeyInfo>", ""))))
                .isNotEmpty();
    }

    @Test
    void complete_withCommentsThatNoSignatureCovers_readsPastThem() {
        assertThat(
                        StoredResponse.complete(
                                changed(
                                        it ->
                                                it.replace("loa/loa3", "loa/<!-- x -->loa3")
                                                        .replace("Success", "Suc<!-- x -->cess"))))
                .isEqualTo(StoredResponse.complete(StoredResponse.XML));
    }

    @ParameterizedTest
    @CsvSource({
        "URI=\"\", URI=\"#x\", SIGNATURE_FORM",
        "' URI=\"\"', '', SIGNATURE_FORM",
        "xmldsig-more#rsa-sha256, xmldsig-more#rsa-sha1, SIGNATURE_FORM",
        "xmldsig-more#rsa-sha256, xmldsig-more#hmac-sha256, SIGNATURE_FORM",
        "<ds:SignatureValue>, <ds:SignatureValue>A, MALFORMED",
        "<ds:DigestValue>, <ds:DigestValue>A, MALFORMED",
        "</ds:KeyInfo>, </ds:KeyInfo><ds:Object/>, SIGNATURE_FORM",
        "</ds:SignedInfo>, <ds:Reference/></ds:SignedInfo>, SIGNATURE_FORM",
        "<ds:Reference , '<ds:Reference Id=\"x\" ', SIGNATURE_INVALID",
        "</dss:OptionalOutputs>, <x/></dss:OptionalOutputs>, SIGNATURE_FORM",
        "</dss:Result>, </dss:Result><dss:Result/>, SIGNATURE_INVALID",
        "resultmajor:Success, resultmajor:Pending, SIGNATURE_INVALID"
    })
    void complete_changedResponse_isRefused(String from, String to, Reason reason) {
        byte[] changed = changed(it -> it.replace(from, to));

        SigningException refused =
                catchThrowableOfType(
                        SigningException.class, () -> StoredResponse.complete(changed));

        assertThat(changed).isNotEqualTo(StoredResponse.XML);
        assertThat(refused.reason()).isEqualTo(reason);
    }

    /** What a service could sign, but never should. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "csig:ResponseTime",
                "csig:SignerAssertionInfo",
                "csig:ContextInfo",
                "saml:AttributeStatement",
                "csig:SignatureCertificateChain",
                "csig:SignTasks",
                "csig:Base64Signature",
                "csig:ToBeSignedBytes",
                "dss:ResultMajor",
                "dss:SignatureObject"
            })
    void judged_withoutAPart_isMalformed(String part) {
        byte[] less = changed(it -> it.replaceAll("(?s)<" + part + "[ >].*</" + part + ">", ""));

        SigningException refused = catchThrowableOfType(SigningException.class, () -> judged(less));

        assertThat(less).isNotEqualTo(StoredResponse.XML);
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused).hasMessageContaining("no element " + part.replaceAll(".*:", ""));
    }

    static SignedTask judged(byte[] response) {
        return new SignResponse(StoredResponse.settings(), StoredResponse.PENDING)
                .judged(SignResponse.parsed(Base64.getEncoder().encodeToString(response)));
    }

    private static byte[] changed(UnaryOperator<String> change) {
        return change.apply(new String(StoredResponse.XML, UTF_8)).getBytes(UTF_8);
    }
}
