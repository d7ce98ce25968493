package se.ehealthsdk.testkit.check;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.xml.SwedishTime;

/** The rules of the client certificate. */
record ConnectionRules(Instant now) {

    private static final Rule PERSON = Rules.of("tls.certificate.person");
    private static final Rule EXPIRES = Rules.of("tls.certificate.expires-soon");
    private static final Rule CLIENT_AUTH = Rules.of("tls.certificate.client-auth");

    private static final Duration SOON = Duration.ofDays(30);
    private static final String CLIENTS = "1.3.6.1.5.5.7.3.2";
    private static final Pattern PERSONAL_NAME =
            Pattern.compile("(?:2\\.5\\.4\\.4|2\\.5\\.4\\.42)=.*");
    private static final Pattern TWELVE = Pattern.compile("[0-9]{12}");

    void check(X509Certificate certificate, Notes notes) {
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(now.plus(SOON))) {
            notes.add(EXPIRES, 0, "", LocalDate.ofInstant(end, SwedishTime.ZONE));
        }
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            if (uses != null && !uses.contains(CLIENTS)) {
                notes.add(CLIENT_AUTH, 0, "");
            }
        } catch (CertificateParsingException unreadable) {
            notes.add(CLIENT_AUTH, 0, "");
        }
        if (isOfPerson(certificate)) {
            notes.add(PERSON, 0, "");
        }
    }

    private static boolean isOfPerson(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        for (String part : subject.split("(?<!\\\\)[,+]")) {
            if (PERSONAL_NAME.matcher(part).matches()) {
                return true;
            }
        }
        return Credential.hsaIdOf(certificate)
                .filter(id -> TWELVE.matcher(id.value()).matches())
                .isPresent();
    }
}
