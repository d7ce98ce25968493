package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;

/** What went wrong on the way to a connection that is ready, and what to do. */
final class ConnectFailures {

    private static final Pattern ALERT = Pattern.compile("(?i)fatal alert: ([a-z_ ]{1,40})");

    private ConnectFailures() {}

    static ConnectionException name(Endpoint to, Throwable cause) {
        return failed(
                Stage.NAME,
                to + ": the host name could not be resolved",
                "Check the name of the directory server, and this system's name service.",
                cause);
    }

    static EHealthException connect(Endpoint to, @Nullable Throwable cause) {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted(cause);
        }
        return failed(
                Stage.CONNECT,
                to
                        + (Causes.first(cause, SocketTimeoutException.class).isPresent()
                                ? ": no connection within the connect timeout"
                                : ": the connection could not be made"),
                "Check host, port and firewall (HTTP proxies do not apply to LDAP); try again later.",
                cause);
    }

    static ConnectionException interrupted(@Nullable Throwable cause) {
        return failed(
                Stage.INTERRUPTED,
                "The calling thread was interrupted",
                "Nothing to do: the application stopped the call.",
                cause);
    }

    static EHealthException startTls(Endpoint to, @Nullable LDAPException cause, boolean cut) {
        if (cause != null
                && !cause.getResultCode().isClientSideResultCode()
                && Causes.first(cause, SSLException.class).isEmpty()) {
            return failed(
                    Stage.TLS,
                    to + ": the server does not turn on TLS (StartTLS): " + code(cause),
                    "Use LdapServer.ldaps if the server has it, or ask its administration to turn"
                            + " StartTLS on. Nothing was said without encryption.",
                    cause);
        }
        return tls(to, cause, cut);
    }

    static EHealthException tls(Endpoint to, @Nullable Throwable cause, boolean cut) {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted(cause);
        }
        Reason reason =
                cut || Causes.first(cause, SocketTimeoutException.class).isPresent()
                        ? Reason.SILENT
                        : reason(cause);
        return failed(
                Stage.TLS,
                to
                        + ": TLS failed: "
                        + reason.what
                        + alert(cause).map(a -> " (" + a + ")").orElse(""),
                reason.remedy,
                cause);
    }

    /** Why TLS failed, and what to do. */
    private enum Reason {
        HOST_NAME(
                "the server's certificate is for another host",
                "Give the server by the name in its certificate, or have the certificate renewed with"
                        + " the right name."),
        EXPIRED(
                "the server's certificate has expired",
                "Report to the directory's administration; check this system's clock."),
        NOT_YET_VALID(
                "the server's certificate is not valid yet",
                "Check this system's clock; report to the directory's administration."),
        REVOKED(
                "the server's certificate is revoked",
                "Do not use the server. Report to the directory's administration."),
        REVOCATION_UNKNOWN(
                "whether the server's certificate is revoked could not be learnt",
                "Open the way to the issuer's OCSP and CRL services, or choose another"
                        + " RevocationPolicy."),
        NOT_TRUSTED(
                "the server's certificate is of an issuer that is not trusted",
                "Give the root certificate of the directory's issuer, of the right environment, as"
                        + " TrustAnchors."),
        CLIENT_REFUSED(
                "the server refused this system's certificate, or its lack of one",
                "Check that credential(...) is set, that its certificate is valid, and that the directory"
                        + " accepts its issuer."),
        NO_COMMON_WAY(
                "the server has no TLS version or cipher in common",
                "The server must have TLS 1.2 or 1.3. Some servers say so too when no client certificate"
                        + " is shown."),
        NOT_TLS(
                "the server does not talk TLS at this port",
                "Check the port: 636 is for LdapServer.ldaps, 389 for LdapServer.startTls."),
        SILENT(
                "the handshake was not done within the connect timeout",
                "Check the port, and that no firewall holds the traffic up; try again later."),
        LOST(
                "the connection was lost in the handshake",
                "Check the port. If every attempt ends so, the server may be refusing this system's"
                        + " certificate: ask the directory's administration."),
        OTHER(
                "the handshake failed",
                "Check trust anchors, the server's name, and this system's certificate.");

        private final String what;
        private final String remedy;

        Reason(String what, String remedy) {
            this.what = what;
            this.remedy = remedy;
        }
    }

    private static Reason reason(@Nullable Throwable cause) {
        Optional<Reason> ofCertificate = certificateReason(Causes.all(cause));
        if (ofCertificate.isPresent()) {
            return ofCertificate.get();
        }
        Optional<String> alert = alert(cause);
        if (alert.isPresent()) {
            return switch (alert.get()) {
                case "protocol_version", "handshake_failure", "insufficient_security" ->
                        Reason.NO_COMMON_WAY;
                case "internal_error", "decode_error", "unexpected_message" -> Reason.OTHER;
                default -> Reason.CLIENT_REFUSED;
            };
        }
        boolean notTls =
                Causes.all(cause).stream()
                        .filter(SSLException.class::isInstance)
                        .map(each -> String.valueOf(each.getMessage()))
                        .anyMatch(text -> text.startsWith("Unsupported or unrecognized SSL"));
        if (notTls) {
            return Reason.NOT_TLS;
        }
        return Causes.first(cause, SSLException.class)
                        .filter(e -> !String.valueOf(e.getMessage()).contains("terminated"))
                        .isPresent()
                ? Reason.OTHER
                : Reason.LOST;
    }

    private static Optional<Reason> certificateReason(List<Throwable> causes) {
        for (Throwable each : causes) {
            if (each instanceof CertificateExpiredException) {
                return Optional.of(Reason.EXPIRED);
            }
            if (each instanceof CertificateNotYetValidException) {
                return Optional.of(Reason.NOT_YET_VALID);
            }
            if (each instanceof CertPathValidatorException path) {
                if (path.getReason() == BasicReason.EXPIRED) {
                    return Optional.of(Reason.EXPIRED);
                }
                if (path.getReason() == BasicReason.NOT_YET_VALID) {
                    return Optional.of(Reason.NOT_YET_VALID);
                }
                if (path.getReason() == BasicReason.REVOKED) {
                    return Optional.of(Reason.REVOKED);
                }
                if (path.getReason() == BasicReason.UNDETERMINED_REVOCATION_STATUS) {
                    return Optional.of(Reason.REVOCATION_UNKNOWN);
                }
            }
        }
        for (Throwable each : causes) {
            if (each instanceof CertPathBuilderException
                    || each instanceof CertPathValidatorException) {
                return Optional.of(Reason.NOT_TRUSTED);
            }
        }
        // the path was good, so what is left is the name
        return causes.stream().anyMatch(CertificateException.class::isInstance)
                ? Optional.of(Reason.HOST_NAME)
                : Optional.empty();
    }

    private static Optional<String> alert(@Nullable Throwable cause) {
        return Causes.all(cause).stream()
                .filter(SSLException.class::isInstance)
                .map(each -> ALERT.matcher(String.valueOf(each.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1).trim())
                .findFirst();
    }

    static EHealthException bind(Endpoint to, LDAPException cause, Login login, boolean cut) {
        if (Causes.first(cause, SSLException.class).isPresent()) {
            // with TLS 1.3 the server's refusal of a certificate comes at the first read
            return tls(to, cause, cut);
        }
        ResultCode code = cause.getResultCode();
        String said = to + ": the server refused the bind: " + code(cause);
        if (code.equals(ResultCode.INVALID_CREDENTIALS)
                || code.equals(ResultCode.NO_SUCH_OBJECT)
                || code.equals(ResultCode.INVALID_DN_SYNTAX)) {
            return refused(
                    said,
                    login instanceof Login.Simple
                            ? "Check name and password of LdapBind.simple, and that the account is not"
                                    + " locked."
                            : "Ask the directory's administration to let this system's certificate in.",
                    cause);
        }
        if (code.equals(ResultCode.INAPPROPRIATE_AUTHENTICATION)
                || code.equals(ResultCode.STRONG_AUTH_REQUIRED)
                || code.equals(ResultCode.AUTH_METHOD_NOT_SUPPORTED)
                || code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)
                || code.equals(ResultCode.UNWILLING_TO_PERFORM)
                || code.equals(ResultCode.OPERATIONS_ERROR)
                || code.equals(ResultCode.AUTHORIZATION_DENIED)) {
            return refused(
                    said,
                    login instanceof Login.Anonymous
                            ? "The directory wants to know who asks: use a credential, or LdapBind.simple."
                            : "Choose another LdapBind: ask the directory's administration which one this"
                                    + " system is to use.",
                    cause);
        }
        if (code.equals(ResultCode.CONFIDENTIALITY_REQUIRED)) {
            return refused(said, "Use LdapServer.ldaps or LdapServer.startTls.", cause);
        }
        return SearchFailures.of(to, "bind", cause, cut);
    }

    static ConfigurationException refused(String message, String remedy, Throwable cause) {
        return new ConfigurationException(message, remedy, Causes.shown(cause));
    }

    /** Name and number of a result code. */
    static String code(LDAPException cause) {
        ResultCode code = cause.getResultCode();
        return code.getName() + " (" + code.intValue() + ")";
    }

    private static ConnectionException failed(
            Stage stage, String message, String remedy, @Nullable Throwable cause) {
        return new ConnectionException(
                stage, Outcome.NOT_PERFORMED, message, remedy, null, Causes.shown(cause));
    }
}
