package se.ehealthsdk.testkit;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import se.ehealthsdk.core.identifier.HsaId;

/** The sender of a call, as a platform reads it: serialNumber in the subject of the certificate. */
final class SenderId {

    private static final String SERIAL_NUMBER = "SERIALNUMBER";

    private SenderId() {}

    static Optional<HsaId> of(X509Certificate certificate) {
        String subject =
                certificate
                        .getSubjectX500Principal()
                        .getName(X500Principal.RFC2253, Map.of("2.5.4.5", SERIAL_NUMBER));
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equals(SERIAL_NUMBER))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .flatMap(HsaId::tryParse);
        } catch (InvalidNameException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
