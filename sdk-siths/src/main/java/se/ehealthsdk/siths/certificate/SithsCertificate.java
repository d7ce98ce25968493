package se.ehealthsdk.siths.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A typed view of a SITHS certificate, of a person or of a system. Immutable and thread-safe.
 *
 * <p>It says what the certificate says, not that it is true: first validate the certificate (package {@code
 * se.ehealthsdk.siths.validation}), then believe it.
 *
 * <p>Everything is read at once, from the encoded form: subjects attribute by attribute, in any string type, any order
 * and any length. So the accessors never fail; a certificate that is damaged where it matters never becomes a {@code
 * SithsCertificate}.
 *
 * <p><strong>Identity.</strong> It stands in the subject's serialNumber: an HSA-id, or a personnummer or samordningsnummer
 * of twelve digits. A subject with several serialNumber attributes gives no identity at all, and {@link #problems}
 * says so. {@link se.ehealthsdk.core.tls.Credential#hsaIdOf} is laxer: there the last one counts, because it tells a
 * system how the service platform will see <em>its own</em> certificate. This class is for judging somebody
 * else's, where a subject that two readers understand differently is a way in.
 *
 * <p>Source: RFC 5280; ITU-T X.520; Inera's description of SITHS's certificates.
 */
public final class SithsCertificate {

    /** A PEM text of the largest certificate, with words before and after it. */
    private static final int MAX_ENCODED = 2 * CertificateContent.MAX_BYTES;

    /** What must never be taken for an HSA-id, which may be logged: a personal number in any dress. */
    private static final Pattern LIKE_A_PERSONAL_NUMBER =
            Pattern.compile("(?:[A-Za-z]{5}-)?[0-9]{6,8}[-+ ]?[0-9]{4}");

    private final X509Certificate certificate;
    private final CertificateContent content;
    private final Optional<HsaId> hsaId;
    private final Optional<PersonId> personId;
    private final CertificateKind kind;
    private final Optional<AssuranceLevel> assuranceLevel;
    private final SithsEnvironment environment;
    private final Set<CertificateProblem> problems;

    private SithsCertificate(X509Certificate certificate, CertificateTable table) {
        this.certificate = certificate;
        this.content = CertificateContent.of(certificate);
        EnumSet<CertificateProblem> found = EnumSet.noneOf(CertificateProblem.class);
        found.addAll(content.problems());
        Optional<String> identity = identity(found);
        boolean personal =
                identity.filter(text -> LIKE_A_PERSONAL_NUMBER.matcher(text).matches()).isPresent();
        this.personId = identity.filter(text -> personal).flatMap(PersonId::tryParse);
        this.hsaId = identity.filter(text -> !personal).flatMap(HsaId::tryParse);
        if (identity.isPresent() && hsaId.isEmpty() && personId.isEmpty()) {
            found.add(CertificateProblem.SERIAL_NUMBER_NOT_UNDERSTOOD);
        }
        this.problems = Collections.unmodifiableSet(found);
        CertificateTable.Meaning meaning = table.meaning(content.policies, issuerCommonName());
        this.kind =
                content.authority
                        ? CertificateKind.UNKNOWN
                        : meaning.kind().orElseGet(() -> kindBySubject(personal));
        this.assuranceLevel = content.authority ? Optional.empty() : meaning.level();
        this.environment = meaning.environment();
    }

    /**
     * The view of a certificate, with the {@linkplain CertificateTable#standard() standard table}.
     *
     * @throws InvalidInputException when the certificate is larger than 64 KiB, or its subject, issuer, key usages,
     *     policies or basic constraints are damaged; refuse whoever showed it
     */
    public static SithsCertificate of(X509Certificate certificate) {
        return of(certificate, CertificateTable.standard());
    }

    /**
     * The view of a certificate.
     *
     * @param table what policies and issuers mean
     * @throws InvalidInputException as {@link #of(X509Certificate)}
     */
    public static SithsCertificate of(X509Certificate certificate, CertificateTable table) {
        return new SithsCertificate(certificate, table);
    }

    /**
     * The view of an encoded certificate.
     *
     * @param encoded exactly one certificate: DER, or PEM, before and after which other text may stand
     * @throws InvalidInputException when it is not that, and as {@link #of(X509Certificate)}; the message holds
     *     nothing of the content
     */
    public static SithsCertificate parse(byte[] encoded) {
        return parse(encoded, CertificateTable.standard());
    }

    /**
     * The view of an encoded certificate.
     *
     * @param encoded as {@link #parse(byte[])}
     * @param table what policies and issuers mean
     * @throws InvalidInputException as {@link #parse(byte[])}
     */
    public static SithsCertificate parse(byte[] encoded, CertificateTable table) {
        if (encoded.length > MAX_ENCODED) {
            throw unreadable("is larger than " + MAX_ENCODED + " bytes");
        }
        try {
            if (CertificateDecoder.looksLikeDer(encoded)) {
                return of(CertificateDecoder.der(encoded), table);
            }
            List<X509Certificate> certificates =
                    CertificateDecoder.pemAmongText(
                            new String(encoded, StandardCharsets.ISO_8859_1));
            if (certificates.size() != 1) {
                throw unreadable(
                        certificates.isEmpty() ? "holds none" : "holds several certificates");
            }
            return of(certificates.get(0), table);
        } catch (CertificateException damaged) {
            throw unreadable("is damaged, or something else");
        }
    }

    private static InvalidInputException unreadable(String problem) {
        return new InvalidInputException(
                "certificate", problem, "one X.509 certificate, as DER or PEM");
    }

    private Optional<String> identity(Set<CertificateProblem> found) {
        List<Optional<String>> values = content.subject.values(DistinguishedName.SERIAL_NUMBER);
        if (values.size() > 1) {
            found.add(CertificateProblem.SEVERAL_SERIAL_NUMBERS);
            return Optional.empty();
        }
        if (values.isEmpty() || values.get(0).filter(String::isEmpty).isPresent()) {
            found.add(CertificateProblem.NO_SERIAL_NUMBER);
            return Optional.empty();
        }
        if (values.get(0).isEmpty()) {
            found.add(CertificateProblem.SERIAL_NUMBER_NOT_UNDERSTOOD);
        }
        return values.get(0);
    }

    private CertificateKind kindBySubject(boolean personalNumber) {
        if (personalNumber) {
            return CertificateKind.PERSON_PERSONAL_NUMBER;
        }
        if (hsaId.isEmpty()) {
            return CertificateKind.UNKNOWN;
        }
        return surname().isPresent() || givenName().isPresent()
                ? CertificateKind.PERSON_HSA_ID
                : CertificateKind.FUNCTION;
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Whose it is: by its policies, else by its issuer, else by the look of its subject (a personal number, a
     * person's name, or only an HSA-id).
     */
    public CertificateKind kind() {
        return kind;
    }

    /** The HSA-id in the subject; empty when it has another identity or none that is sure ({@link #problems}). */
    public Optional<HsaId> hsaId() {
        return hsaId;
    }

    /**
     * The personnummer or samordningsnummer in the subject: twelve digits with the right check digit. Not for logs.
     *
     * @return empty when it has another identity or none that is sure ({@link #problems})
     */
    public Optional<PersonId> personId() {
        return personId;
    }

    /** CN of the subject: a person's full name (not for logs), a system's host name. */
    public Optional<String> commonName() {
        return content.subject.first(DistinguishedName.COMMON_NAME);
    }

    /** The person's given name. Not for logs. */
    public Optional<String> givenName() {
        return content.subject.first(DistinguishedName.GIVEN_NAME);
    }

    /** The person's surname. Not for logs. */
    public Optional<String> surname() {
        return content.subject.first(DistinguishedName.SURNAME);
    }

    /** O of the subject: the organisation, by name or, in old certificates, by number. */
    public Optional<String> organisation() {
        return content.subject.first(DistinguishedName.ORGANISATION);
    }

    /** L of the subject: the place of a system, the county of a person. */
    public Optional<String> locality() {
        return content.subject.first(DistinguishedName.LOCALITY);
    }

    /** The person's titles, from the subject and from the subject directory attributes; empty when there are none. */
    public List<String> titles() {
        return content.titles;
    }

    /** E-mail addresses, from the subject and its alternative names; empty when there are none. Not for logs. */
    public List<String> emailAddresses() {
        return content.emailAddresses;
    }

    /** The certificate policies, as dotted object identifiers in their order; empty when there are none. */
    public List<String> policies() {
        return content.policies;
    }

    /**
     * The level of assurance: by policy, else by issuer.
     *
     * @return empty for systems, and when neither is in the table
     */
    public Optional<AssuranceLevel> assuranceLevel() {
        return assuranceLevel;
    }

    /** The number of the card (extension 1.2.752.34.2.1), in certificates that have it. Not for logs. */
    public Optional<String> cardNumber() {
        return content.cardNumber;
    }

    /** The first instant of validity. */
    public Instant validFrom() {
        return content.validFrom;
    }

    /** The last instant of validity. */
    public Instant validTo() {
        return content.validTo;
    }

    /** Whether the instant lies in the validity. */
    public boolean validAt(Instant instant) {
        return !instant.isBefore(validFrom()) && !instant.isAfter(validTo());
    }

    /** What the key may be used for; empty when the certificate does not limit it. */
    public Optional<Set<KeyUsage>> keyUsages() {
        return content.keyUsages;
    }

    /** The roles in which it may be shown; empty when the certificate does not limit them. */
    public Optional<Set<ExtendedKeyUsage>> extendedKeyUsages() {
        return content.extendedKeyUsages;
    }

    /** Whether the key may be used so. */
    public boolean allows(KeyUsage usage) {
        return content.keyUsages.map(allowed -> allowed.contains(usage)).orElse(true);
    }

    /** Whether it may be shown in this role. */
    public boolean allows(ExtendedKeyUsage role) {
        return content.extendedKeyUsages
                .map(allowed -> allowed.contains(role) || allowed.contains(ExtendedKeyUsage.ANY))
                .orElse(true);
    }

    /** Which environment its issuer belongs to. */
    public SithsEnvironment environment() {
        return environment;
    }

    /** The issuer's whole name, as RFC 2253 writes it; for display, not for comparison. */
    public String issuerName() {
        return content.issuerPrincipal.getName();
    }

    /** CN of the issuer, for example {@code SITHS e-id Function CA v1}. */
    public Optional<String> issuerCommonName() {
        return content.issuer.first(DistinguishedName.COMMON_NAME);
    }

    /**
     * The number that the issuer gave the certificate, which together with the issuer names it. Has nothing to do
     * with serialNumber in the subject.
     */
    public BigInteger serialNumber() {
        return content.serialNumber;
    }

    /** What is odd about it; empty when nothing is. */
    public Set<CertificateProblem> problems() {
        return problems;
    }

    /** Whether it is the same certificate, seen with the same meaning. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SithsCertificate that
                && certificate.equals(that.certificate)
                && kind == that.kind
                && assuranceLevel.equals(that.assuranceLevel)
                && environment == that.environment;
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /** Kind, issuer and HSA-id; never a person's name or number. */
    @Override
    public String toString() {
        return "SithsCertificate["
                + kind
                + ", issued by "
                + (content.selfIssued ? "itself" : issuerCommonName().orElse("?"))
                + hsaId.map(id -> ", HSA-id " + id).orElse("")
                + "]";
    }
}
