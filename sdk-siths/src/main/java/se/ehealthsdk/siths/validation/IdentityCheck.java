package se.ehealthsdk.siths.validation;

import java.nio.charset.Charset;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1NumericString;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1T61String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.ASN1VisibleString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** The subject has one serialNumber, an HSA-id or a personal identity number; that of a system is no person's. */
final class IdentityCheck {

    private IdentityCheck() {}

    static CheckResult of(X509Certificate certificate, Purpose purpose) {
        List<ASN1Encodable> numbers = new ArrayList<>(1);
        boolean named = false;
        try {
            X500Name subject =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            for (RDN each : subject.getRDNs()) {
                for (AttributeTypeAndValue attribute : each.getTypesAndValues()) {
                    if (BCStyle.SERIALNUMBER.equals(attribute.getType())) {
                        numbers.add(attribute.getValue());
                    }
                    named |=
                            BCStyle.SURNAME.equals(attribute.getType())
                                    || BCStyle.GIVENNAME.equals(attribute.getType());
                }
            }
        } catch (RuntimeException malformed) {
            // what Bouncy Castle throws at what is not well-formed is of many kinds
            return failed("The certificate's subject cannot be read.");
        }
        if (numbers.isEmpty()) {
            return failed("The certificate identifies nobody: its subject has no serialNumber.");
        }
        if (numbers.size() > 1) {
            return failed(
                    "The certificate's subject has "
                            + numbers.size()
                            + " serialNumbers; which one is meant cannot be told.");
        }
        String id = text(numbers.get(0));
        if (id == null || HsaId.tryParse(id).isEmpty()) {
            return failed(
                    "The serialNumber in the certificate's subject is neither an HSA-id nor a personal"
                            + " identity number.");
        }
        if (purpose == Purpose.FUNCTION && (named || isPersonal(id))) {
            return CheckResult.failed(
                    Check.IDENTITY,
                    "The certificate is a person's, not a system's.",
                    "Use a function certificate (funktionscertifikat) for the system.");
        }
        return CheckResult.passed(Check.IDENTITY, "The certificate identifies its holder.");
    }

    private static boolean isPersonal(String id) {
        return id.chars().noneMatch(Character::isLetter);
    }

    private static @Nullable String text(ASN1Encodable value) {
        if (value instanceof ASN1UniversalString universal) {
            return new String(universal.getOctets(), Charset.forName("UTF-32BE"));
        }
        boolean text =
                value instanceof ASN1PrintableString
                        || value instanceof ASN1UTF8String
                        || value instanceof ASN1BMPString
                        || value instanceof ASN1T61String
                        || value instanceof ASN1IA5String
                        || value instanceof ASN1VisibleString
                        || value instanceof ASN1NumericString;
        return text ? ((ASN1String) value).getString() : null;
    }

    private static CheckResult failed(String message) {
        return CheckResult.failed(
                Check.IDENTITY,
                message,
                "Use a certificate from SITHS; if it is one, report to its issuer.");
    }
}
