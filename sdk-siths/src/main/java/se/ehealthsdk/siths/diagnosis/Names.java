package se.ehealthsdk.siths.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.certificate.SithsCertificate;

/** What is shown of certificates that may come from anybody: systems and issuers, short and harmless. */
final class Names {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int MOST = 10;
    private static final int LONGEST = 160;

    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}(?![0-9])");

    private Names() {}

    /** A subject that is a system or an authority; a person is not named. */
    static String subject(X509Certificate certificate) {
        try {
            SithsCertificate view = SithsCertificate.of(certificate);
            boolean person =
                    view.kind().person()
                            || view.surname().isPresent()
                            || view.givenName().isPresent();
            return person
                    ? "a person"
                    : view.commonName()
                            .or(view::organisation)
                            .map(name -> '"' + plain(withoutNumbers(name)) + '"')
                            .orElse("a subject without a name");
        } catch (InvalidInputException damaged) {
            return "an unreadable subject";
        }
    }

    static String issuer(X509Certificate certificate) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        return issuer.equals(certificate.getSubjectX500Principal())
                ? "itself, " + subject(certificate)
                : quoted(issuer);
    }

    /** An issuer's name. It can be anybody's: servers name the persons' certificates they trust, too. */
    static String quoted(X500Principal name) {
        X500Name parts = X500Name.getInstance(name.getEncoded());
        if (parts.getRDNs(BCStyle.SURNAME).length + parts.getRDNs(BCStyle.GIVENNAME).length > 0) {
            return "a person";
        }
        String text = withoutIdentity(parts).getName();
        return text.isEmpty() ? "an empty name" : '"' + plain(withoutNumbers(text)) + '"';
    }

    private static X500Principal withoutIdentity(X500Name name) {
        RDN[] rest =
                Arrays.stream(name.getRDNs()).filter(Names::hasNoSerialNumber).toArray(RDN[]::new);
        try {
            return new X500Principal(new X500Name(rest).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNoSerialNumber(RDN part) {
        return Arrays.stream(part.getTypesAndValues())
                .noneMatch(each -> each.getType().equals(BCStyle.SERIALNUMBER));
    }

    /** Without what could be a personal identity number. */
    private static String withoutNumbers(String text) {
        return PERSONAL_NUMBER.matcher(text).replaceAll("(number)");
    }

    static String list(Collection<String> names) {
        String shown = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() > MOST ? shown + " and " + (names.size() - MOST) + " more" : shown;
    }

    /** The hosts that a certificate is for: alternative names only, as TLS demands since RFC 9525. */
    static List<String> hosts(X509Certificate certificate) {
        List<String> hosts = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(0) instanceof Integer type
                        && (type == DNS_NAME || type == IP_ADDRESS)) {
                    hosts.add(plain(String.valueOf(name.get(1))));
                }
            }
        } catch (CertificateParsingException damaged) {
            return List.of();
        }
        return hosts;
    }

    /** Without what could make a terminal or a log misbehave. */
    static String plain(String text) {
        String visible =
                text.codePoints()
                        .map(
                                each ->
                                        Character.isISOControl(each) || !Character.isDefined(each)
                                                ? '?'
                                                : each)
                        .limit(LONGEST)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return text.codePointCount(0, text.length()) > LONGEST ? visible + "..." : visible;
    }
}
