package se.ehealthsdk.testkit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.signing.Decision.Signer;
import se.ehealthsdk.testpki.CertificateBuilder;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.KeyUse;
import se.ehealthsdk.testpki.TestPki;

/** Makes a response, good or with a fault. */
final class OutgoingResponse {

    private static final String OTHER_HSA_ID = "TSTNMT2321000156-OTHER";
    private static final String CONTEXT = "http://id.elegnamnden.se/auth-cont/1.0/saci";

    private final TestPki pki;
    private final IssuedCertificate service;
    private final String serviceId;
    private final IncomingRequest request;
    private final Instant now;
    private final Ids ids;
    private final @Nullable SigningFault fault;

    OutgoingResponse(
            TestPki pki,
            IssuedCertificate service,
            String serviceId,
            IncomingRequest request,
            Instant now,
            Ids ids,
            @Nullable SigningFault fault) {
        this.pki = pki;
        this.service = service;
        this.serviceId = serviceId;
        this.request = request;
        this.now = now;
        this.ids = ids;
        this.fault = fault;
    }

    /** The RelayState that goes with it. */
    String relayState() {
        return has(SigningFault.WRONG_RELAY_STATE) ? otherId() : request.id();
    }

    byte[] write(Decision decision) {
        Element root = Tree.root("dss:SignResponse", "dss", "csig", "saml");
        root.setAttribute("Profile", Names.PROFILE);
        root.setAttribute(
                "RequestID", has(SigningFault.WRONG_REQUEST_ID) ? otherId() : request.id());
        result(Tree.add(root, "dss:Result"), decision);
        Element outputs = Tree.add(root, "dss:OptionalOutputs");
        Element extension = Tree.add(outputs, "csig:SignResponseExtension");
        extension.setAttribute("Version", "1.4");
        Tree.add(extension, "csig:ResponseTime", time(responseTime()));
        decision.signer().ifPresent(signer -> signed(root, extension, signer));
        return Tree.write(sealed(root, outputs));
    }

    private static void result(Element result, Decision decision) {
        Tree.add(
                result,
                "dss:ResultMajor",
                "urn:oasis:names:tc:dss:1.0:resultmajor:" + decision.major());
        decision.minor()
                .ifPresent(
                        minor -> {
                            Tree.add(result, "dss:ResultMinor", minor);
                            // real ones may name the user here
                            Tree.add(
                                            result,
                                            "dss:ResultMessage",
                                            "Ingen underskrift av 191212121212")
                                    .setAttributeNS(
                                            "http://www.w3.org/XML/1998/namespace",
                                            "xml:lang",
                                            "sv");
                        });
    }

    private Instant responseTime() {
        if (has(SigningFault.MADE_TOO_LATE)) {
            return request.notOnOrAfter().plusSeconds(1);
        }
        return has(SigningFault.MADE_TOO_EARLY) ? request.notBefore().minusSeconds(1) : now;
    }

    private void signed(Element root, Element extension, Signer signer) {
        IssuedCertificate certificate = certificate(signer);
        assertion(Tree.add(extension, "csig:SignerAssertionInfo"), signer);
        Element chain = Tree.add(extension, "csig:SignatureCertificateChain");
        List<X509Certificate> certificates = new ArrayList<>(certificate.chain());
        if (!has(SigningFault.UNTRUSTED_CHAIN) && !has(SigningFault.CERTIFICATE_FOR_LOG_IN)) {
            certificates.add(root());
        }
        for (X509Certificate each : certificates) {
            Tree.add(chain, "csig:X509Certificate", base64(encoded(each)));
        }
        Element other = Tree.add(Tree.add(root, "dss:SignatureObject"), "dss:Other");
        Element tasks = Tree.add(other, "csig:SignTasks");
        task(tasks, certificate, request.taskId());
        if (has(SigningFault.TWO_TASKS)) {
            task(tasks, certificate, ids.next());
        }
    }

    private X509Certificate root() {
        List<X509Certificate> path = pki.signatureServiceCa().path();
        return path.get(path.size() - 1);
    }

    private void assertion(Element info, Signer signer) {
        Element context = Tree.add(info, "csig:ContextInfo");
        Tree.add(context, "csig:IdentityProvider", identityProvider())
                .setAttribute("Format", Names.ENTITY);
        Tree.add(context, "csig:AuthenticationInstant", time(now));
        Tree.add(context, "saml:AuthnContextClassRef", level(signer));
        Tree.add(context, "csig:ServiceID", serviceId);
        Tree.add(context, "csig:AssertionRef", "_" + ids.next());
        Element statement = Tree.add(info, "saml:AttributeStatement");
        if (!has(SigningFault.NO_ATTRIBUTE)) {
            attribute(
                    statement,
                    Names.EMPLOYEE_HSA_ID,
                    has(SigningFault.OTHER_USERS_ATTRIBUTE) ? OTHER_HSA_ID : signer.hsaId());
        }
        attribute(statement, "http://sambi.se/attributes/1/givenName", signer.givenName());
        attribute(statement, "http://sambi.se/attributes/1/surname", signer.surname());
        attribute(statement, "urn:name", signer.givenName() + " " + signer.surname());
    }

    private static void attribute(Element statement, String name, String value) {
        Element attribute = Tree.add(statement, "saml:Attribute");
        attribute.setAttribute("Name", name);
        attribute.setAttribute("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri");
        Tree.add(attribute, "saml:AttributeValue", value);
    }

    private String identityProvider() {
        return has(SigningFault.OTHER_IDENTITY_PROVIDER)
                ? "https://other-idp.example.test:443/saml"
                : request.identityProvider();
    }

    private String level(Signer signer) {
        return has(SigningFault.LOW_LEVEL) ? "http://id.sambi.se/loa/loa1" : signer.level();
    }

    private IssuedCertificate certificate(Signer signer) {
        String hsaId = has(SigningFault.OTHER_USERS_CERTIFICATE) ? OTHER_HSA_ID : signer.hsaId();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        CertificateBuilder builder =
                pki.signerBuilder(hsaId, signer.givenName(), signer.surname())
                        .keyAlgorithm(
                                request.algorithm().equals(Names.RSA_SHA256)
                                        ? KeyAlgorithm.RSA_2048
                                        : KeyAlgorithm.EC_P256)
                        .authenticationContext(CONTEXT, context(signer))
                        .validFrom(second.minus(Duration.ofMinutes(1)))
                        .validTo(second.plus(Duration.ofHours(1)));
        if (has(SigningFault.UNTRUSTED_CHAIN)) {
            builder.issuer(pki.untrusted().signatureServiceCa());
        }
        if (has(SigningFault.EXPIRED_CERTIFICATE)) {
            builder.validFrom(second.minus(Duration.ofHours(2)))
                    .validTo(second.minus(Duration.ofHours(1)));
        }
        if (has(SigningFault.CERTIFICATE_FOR_LOG_IN)) {
            builder.keyUse(KeyUse.DIGITAL_SIGNATURE);
        }
        return builder.issue();
    }

    private String context(Signer signer) {
        return "<saci:SAMLAuthContext xmlns:saci=\""
                + CONTEXT
                + "\"><saci:AuthContextInfo IdentityProvider=\""
                + Page.escaped(identityProvider())
                + "\" AuthenticationInstant=\""
                + time(now)
                + "\" AuthnContextClassRef=\""
                + Page.escaped(level(signer))
                + "\"/></saci:SAMLAuthContext>";
    }

    private void task(Element tasks, IssuedCertificate certificate, String id) {
        Element task = Tree.add(tasks, "csig:SignTaskData");
        task.setAttribute("SignTaskId", has(SigningFault.WRONG_TASK_ID) ? ids.next() : id);
        task.setAttribute("SigType", "XML");
        byte[] other =
                new String(request.toBeSigned(), UTF_8)
                        .replaceFirst(">[^<]{44}<", ">" + "A".repeat(43) + "=<")
                        .getBytes(UTF_8);
        boolean concealed = has(SigningFault.OTHER_BYTES_CONCEALED);
        byte[] signed = concealed || has(SigningFault.OTHER_BYTES) ? other : request.toBeSigned();
        Tree.add(task, "csig:ToBeSignedBytes", base64(concealed ? request.toBeSigned() : signed));
        Tree.add(task, "csig:Base64Signature", base64(value(signed, certificate)))
                .setAttribute(
                        "Type",
                        has(SigningFault.OTHER_ALGORITHM_CLAIMED)
                                ? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
                                : request.algorithm());
    }

    private byte[] value(byte[] signed, IssuedCertificate certificate) {
        String ecdsa =
                has(SigningFault.DER_SIGNATURE_VALUE)
                        ? "SHA256withECDSA"
                        : "SHA256withECDSAinP1363Format";
        try {
            Signature signature =
                    Signature.getInstance(
                            request.algorithm().equals(Names.RSA_SHA256) ? "SHA256withRSA" : ecdsa);
            signature.initSign(certificate.key());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stand-in could not sign", e);
        }
    }

    /** The response with the service's signature, as it should be or not. */
    private Document sealed(Element root, Element outputs) {
        Document document = root.getOwnerDocument();
        if (has(SigningFault.UNSIGNED)) {
            return document;
        }
        if (has(SigningFault.SIGNATURE_DOUBLED)) {
            sign(outputs, otherKey(), otherKey().certificate(), "", Names.SHA256);
        }
        if (has(SigningFault.SIGNS_ONE_ELEMENT)) {
            Element part = (Element) root.getFirstChild();
            part.setAttribute("ID", "_1");
            part.setIdAttribute("ID", true);
        }
        boolean otherKey =
                has(SigningFault.SIGNED_BY_OTHER_KEY)
                        || has(SigningFault.SIGNED_BY_OTHER_KEY_IN_ITS_NAME);
        boolean otherName =
                has(SigningFault.SIGNED_BY_OTHER_KEY)
                        || has(SigningFault.OTHER_CERTIFICATE_IN_KEY_INFO);
        sign(
                outputs,
                otherKey ? otherKey() : service,
                (otherName ? otherKey() : service).certificate(),
                has(SigningFault.SIGNS_ONE_ELEMENT) ? "#_1" : "",
                has(SigningFault.SHA1_DIGEST)
                        ? "http://www.w3.org/2000/09/xmldsig#sha1"
                        : Names.SHA256);
        return tampered(document, root, outputs);
    }

    private Document tampered(Document document, Element root, Element outputs) {
        if (has(SigningFault.CHANGED_AFTER_SIGNING)) {
            Element time = (Element) outputs.getFirstChild().getFirstChild();
            time.setTextContent(time(now.minusMillis(1)));
        }
        if (has(SigningFault.SIGNATURE_MOVED)) {
            root.appendChild(outputs.getLastChild());
        }
        if (has(SigningFault.WRAPPED_IN_SECOND_RESPONSE)) {
            Document outer = Tree.newDocument();
            Element forged = (Element) outer.importNode(root, true);
            outer.appendChild(forged);
            Element forgedOutputs = Tree.children(forged, "dss:OptionalOutputs").get(0);
            forgedOutputs.removeChild(forgedOutputs.getLastChild());
            Tree.add(Tree.children(forged).get(2), "dss:Other")
                    .appendChild(outer.importNode(root, true));
            return outer;
        }
        return document;
    }

    private void sign(
            Element place,
            IssuedCertificate signer,
            X509Certificate named,
            String uri,
            String digest) {
        List<String> transforms =
                new ArrayList<>(
                        uri.isEmpty()
                                ? List.of(Names.ENVELOPED, Names.EXCLUSIVE)
                                : List.of(Names.EXCLUSIVE));
        if (has(SigningFault.EXTRA_TRANSFORM)) {
            transforms.add(Names.EXCLUSIVE + "WithComments");
        }
        Signatures.sign(place, signer, named, uri, digest, transforms);
    }

    private @Nullable IssuedCertificate other;

    private IssuedCertificate otherKey() {
        IssuedCertificate made = other;
        if (made == null) {
            made = pki.function("SE2321000016-OTHERSIGN");
            other = made;
        }
        return made;
    }

    private boolean has(SigningFault one) {
        return fault == one;
    }

    private String otherId() {
        return "other-" + UUID.nameUUIDFromBytes(request.id().getBytes(UTF_8));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The stand-in could not sign", e);
        }
    }
}
