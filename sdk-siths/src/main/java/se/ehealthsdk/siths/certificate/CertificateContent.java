package se.ehealthsdk.siths.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.internal.x509.DerElement;

/**
 * What a certificate's bytes say, read all at once.
 *
 * <p>The JDK's own accessors are not used for extensions: of a damaged one they say the same as of none, and no key
 * usage means every usage.
 */
final class CertificateContent {

    /** Larger than any certificate that goes through TLS in practice. */
    static final int MAX_BYTES = 65_536;

    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String POLICIES = "2.5.29.32";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String DIRECTORY_ATTRIBUTES = "2.5.29.9";
    private static final String CARD_NUMBER = "1.2.752.34.2.1";

    private final Map<String, byte[]> extensions;
    private final Set<CertificateProblem> problems = EnumSet.noneOf(CertificateProblem.class);

    final DistinguishedName subject;
    final DistinguishedName issuer;
    final Optional<Set<KeyUsage>> keyUsages;
    final Optional<Set<ExtendedKeyUsage>> extendedKeyUsages;
    final List<String> policies;
    final boolean authority;
    final Optional<String> cardNumber;
    final List<String> titles;
    final List<String> emailAddresses;
    final Instant validFrom;
    final Instant validTo;
    final BigInteger serialNumber;
    final X500Principal issuerPrincipal;
    final boolean selfIssued;

    private CertificateContent(X509Certificate certificate) throws CertificateEncodingException {
        byte[] encoded = certificate.getEncoded();
        if (encoded.length > MAX_BYTES) {
            throw refused("is larger than " + MAX_BYTES + " bytes");
        }
        CertificateParts parts = parts(encoded);
        this.extensions = parts.extensions();
        this.subject = name("subject", parts.subject());
        this.issuer = name("issuer", parts.issuer());
        this.keyUsages = required(KEY_USAGE, CertificateContent::keyUsages);
        this.extendedKeyUsages = required(EXTENDED_KEY_USAGE, CertificateContent::roles);
        this.policies = required(POLICIES, CertificateContent::policies).orElse(List.of());
        this.authority =
                required(BASIC_CONSTRAINTS, value -> BasicConstraints.getInstance(value).isCA())
                        .orElse(false);
        this.cardNumber =
                optional(
                        CARD_NUMBER,
                        CertificateContent::cardNumber,
                        CertificateProblem.CARD_NUMBER_NOT_UNDERSTOOD);
        this.titles =
                joined(
                        subject.all(DistinguishedName.TITLE),
                        optional(
                                DIRECTORY_ATTRIBUTES,
                                CertificateContent::titles,
                                CertificateProblem.DIRECTORY_ATTRIBUTES_NOT_UNDERSTOOD));
        this.emailAddresses =
                joined(
                        subject.all(DistinguishedName.EMAIL),
                        optional(
                                ALTERNATIVE_NAMES,
                                CertificateContent::emailAddresses,
                                CertificateProblem.ALTERNATIVE_NAMES_NOT_UNDERSTOOD));
        this.validFrom = certificate.getNotBefore().toInstant();
        this.validTo = certificate.getNotAfter().toInstant();
        this.serialNumber = certificate.getSerialNumber();
        this.issuerPrincipal = certificate.getIssuerX500Principal();
        this.selfIssued = issuerPrincipal.equals(certificate.getSubjectX500Principal());
    }

    private static CertificateParts parts(byte[] encoded) {
        try {
            return Asn1.attempt(() -> CertificateParts.of(encoded));
        } catch (IOException damaged) {
            throw refused("is damaged");
        }
    }

    /**
     * @throws InvalidInputException when it is too large, or a part that decides about identity or use is damaged
     */
    static CertificateContent of(X509Certificate certificate) {
        try {
            return new CertificateContent(certificate);
        } catch (InvalidInputException refused) {
            throw refused;
        } catch (CertificateEncodingException | RuntimeException damaged) {
            // Not every provider parses a certificate before it hands it out.
            throw refused("is damaged");
        }
    }

    /** What was odd but could be passed over. */
    Set<CertificateProblem> problems() {
        return Set.copyOf(problems);
    }

    private static DistinguishedName name(String part, DerElement name) {
        try {
            return DistinguishedName.read(name);
        } catch (IOException damaged) {
            throw refused("has a damaged " + part);
        }
    }

    private <T> Optional<T> required(String oid, Asn1.Reading<T> reading) {
        try {
            return extension(oid, reading);
        } catch (IOException damaged) {
            throw refused("has a damaged extension " + oid);
        }
    }

    private <T> Optional<T> optional(
            String oid, Asn1.Reading<T> reading, CertificateProblem problem) {
        try {
            return extension(oid, reading);
        } catch (IOException damaged) {
            problems.add(problem);
            return Optional.empty();
        }
    }

    private <T> Optional<T> extension(String oid, Asn1.Reading<T> reading) throws IOException {
        byte[] value = extensions.get(oid);
        return value == null ? Optional.empty() : Optional.of(Asn1.read(value, reading));
    }

    private static Set<KeyUsage> keyUsages(ASN1Primitive value) {
        ASN1BitString bits = ASN1BitString.getInstance(value);
        byte[] octets = bits.getBytes();
        int length = octets.length * 8 - bits.getPadBits();
        Set<KeyUsage> usages = EnumSet.noneOf(KeyUsage.class);
        for (KeyUsage usage : KeyUsage.values()) {
            int bit = usage.ordinal();
            if (bit < length && (octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                usages.add(usage);
            }
        }
        return Collections.unmodifiableSet(usages);
    }

    private static Set<ExtendedKeyUsage> roles(ASN1Primitive value) {
        Set<ExtendedKeyUsage> roles = new LinkedHashSet<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(value)) {
            roles.add(new ExtendedKeyUsage(ASN1ObjectIdentifier.getInstance(each).getId()));
        }
        return Collections.unmodifiableSet(roles);
    }

    private static List<String> policies(ASN1Primitive value) {
        Set<String> oids = new LinkedHashSet<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(value)) {
            ASN1Encodable policy = ASN1Sequence.getInstance(each).getObjectAt(0);
            oids.add(ASN1ObjectIdentifier.getInstance(policy).getId());
        }
        return List.copyOf(oids);
    }

    private static String cardNumber(ASN1Primitive value) throws IOException {
        return Asn1.text(value)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IOException("no text"));
    }

    private static List<String> titles(ASN1Primitive value) {
        List<String> titles = new ArrayList<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(value)) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(each);
            String type = ASN1ObjectIdentifier.getInstance(attribute.getObjectAt(0)).getId();
            if (type.equals(DistinguishedName.TITLE)) {
                for (ASN1Encodable title : ASN1Set.getInstance(attribute.getObjectAt(1))) {
                    Asn1.text(title).filter(text -> !text.isEmpty()).ifPresent(titles::add);
                }
            }
        }
        return titles;
    }

    private static List<String> emailAddresses(ASN1Primitive value) {
        List<String> addresses = new ArrayList<>();
        for (GeneralName name : GeneralNames.getInstance(value).getNames()) {
            if (name.getTagNo() == GeneralName.rfc822Name) {
                Asn1.text(name.getName()).filter(text -> !text.isEmpty()).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    private static List<String> joined(List<String> first, Optional<List<String>> second) {
        Set<String> all = new LinkedHashSet<>(first);
        second.ifPresent(all::addAll);
        return List.copyOf(all);
    }

    private static InvalidInputException refused(String problem) {
        return new InvalidInputException(
                "certificate", problem, "an X.509 certificate as its issuer made it");
    }
}
