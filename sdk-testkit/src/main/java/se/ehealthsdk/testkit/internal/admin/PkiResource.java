package se.ehealthsdk.testkit.internal.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testpki.ExtendedKeyUse;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Certificates by the test PKI, good and bad. */
final class PkiResource {

    private PkiResource() {}

    static void on(Router router) {
        router.post("/pki/certificates", PkiResource::issue)
                .get(
                        "/pki/trusted-roots.pem",
                        (call, space) ->
                                Replies.text(
                                        "application/x-pem-file",
                                        certificates(space.services().pki().trustedRoots())));
    }

    /** What is good or bad about it. */
    private enum Kind {
        GOOD,
        EXPIRED,
        NOT_YET_VALID,
        WRONG_USE,
        UNTRUSTED,
        WITHOUT_HSA_ID,
        SERVER,
        SERVER_WRONG_HOST,
        PERSON,
        PERSON_SIGNING
    }

    /** How it is written. */
    private enum Format {
        PKCS12,
        PEM
    }

    private static HttpReply issue(Call call, Space space) {
        Fields fields = call.fields("kind", "hsaId", "host", "format");
        Kind kind = Words.read(Kind.class, "kind", fields.required("kind"));
        Format format =
                fields.text("format")
                        .map(word -> Words.read(Format.class, "format", word))
                        .orElse(Format.PKCS12);
        IssuedCertificate issued = issue(space.services().pki(), kind, fields);
        return Replies.json(call, shape(Words.of(kind), format, issued));
    }

    /**
     * @param format as the API writes it
     */
    static Shape shape(String kind, String format, IssuedCertificate issued) {
        return shape(kind, Words.read(Format.class, "format", format), issued);
    }

    private static Shape shape(String kind, Format format, IssuedCertificate issued) {
        X509Certificate certificate = issued.certificate();
        Shape shape =
                Shape.of("kind", kind)
                        .and("subject", certificate.getSubjectX500Principal().getName())
                        .and("validFrom", certificate.getNotBefore().toInstant())
                        .and("validTo", certificate.getNotAfter().toInstant())
                        .and("format", format);
        return format == Format.PEM ? pem(shape, issued) : pkcs12(shape, issued);
    }

    private static IssuedCertificate issue(TestPki pki, Kind kind, Fields fields) {
        String system =
                fields.hsaId("hsaId")
                        .map(each -> each.value())
                        .orElse(NationalServices.SYSTEM_HSA_ID);
        return switch (kind) {
            case GOOD -> pki.function(system);
            case EXPIRED -> pki.expired(system);
            case NOT_YET_VALID -> pki.notYetValid(system);
            case WRONG_USE ->
                    pki.functionBuilder(system).extendedKeyUse(ExtendedKeyUse.SERVER_AUTH).issue();
            case UNTRUSTED -> pki.untrusted().function(system);
            case WITHOUT_HSA_ID -> pki.functionBuilder(system).withoutSerialNumber().issue();
            case SERVER -> pki.server(host(fields));
            case SERVER_WRONG_HOST -> pki.serverWithWrongHostName();
            case PERSON -> pki.person(fields.requiredHsaId("hsaId").value());
            case PERSON_SIGNING -> pki.personSigning(fields.requiredHsaId("hsaId").value());
        };
    }

    private static String host(Fields fields) {
        String host = fields.text("host").orElse("localhost");
        if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
            throw fields.wrong("host", "is no host name", "as localhost or vendor.example.test");
        }
        return host;
    }

    private static Shape pkcs12(Shape shape, IssuedCertificate issued) {
        char[] password = TestPki.PASSWORD.toCharArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            issued.keyStore(password).store(out, password);
        } catch (GeneralSecurityException | IOException defect) {
            throw new IllegalStateException(defect);
        }
        return shape.and("pkcs12", Base64.getEncoder().encodeToString(out.toByteArray()))
                .and("password", TestPki.PASSWORD);
    }

    private static Shape pem(Shape shape, IssuedCertificate issued) {
        return shape.and("chain", certificates(issued.chain()))
                .and("key", block("PRIVATE KEY", issued.key().getEncoded()));
    }

    private static String certificates(List<X509Certificate> all) {
        StringBuilder text = new StringBuilder();
        try {
            for (X509Certificate each : all) {
                text.append(block("CERTIFICATE", each.getEncoded()));
            }
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
        return text.toString();
    }

    private static String block(String name, byte[] der) {
        String lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }
}
