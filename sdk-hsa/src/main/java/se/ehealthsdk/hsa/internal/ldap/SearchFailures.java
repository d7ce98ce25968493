package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.asn1.ASN1Exception;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/**
 * What a failure of a search means. What the server says in words is not shown: it can repeat filters and names of
 * entries, which are about persons.
 */
final class SearchFailures {

    private static final Set<String> STEPS_OF_PLACES = Set.of("c", "l", "o", "ou", "dc", "st");

    private static final String REFERRED =
            "What was asked for lies in another directory, which is not followed: connect to that one.";

    private SearchFailures() {}

    static EHealthException of(Endpoint to, String operation, LDAPException cause, boolean cut) {
        String said =
                to + ": " + operation + ": the server answered " + ConnectFailures.code(cause);
        return switch (cause.getResultCode().intValue()) {
            case ResultCode.BUSY_INT_VALUE, ResultCode.UNAVAILABLE_INT_VALUE ->
                    lost(
                            said,
                            "The directory has too much to do, or is stopping. Try again later.",
                            cause);
            case ResultCode.OTHER_INT_VALUE ->
                    lost(
                            said,
                            "Try again later; if it lasts, report to the directory's administration.",
                            cause);
            case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
                    lost(said, "Ask for less at a time, or try again later.", cause);
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION_INT_VALUE,
                    ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE,
                    ResultCode.OPERATIONS_ERROR_INT_VALUE,
                    ResultCode.UNWILLING_TO_PERFORM_INT_VALUE,
                    ResultCode.INVALID_CREDENTIALS_INT_VALUE,
                    ResultCode.AUTHORIZATION_DENIED_INT_VALUE ->
                    ConnectFailures.refused(
                            said,
                            "The directory does not let this system ask this. Check credential and"
                                    + " LdapBind, and ask the directory's administration what this system may"
                                    + " read.",
                            cause);
            case ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE ->
                    ConnectFailures.refused(
                            said, "Use LdapServer.ldaps or LdapServer.startTls.", cause);
            case ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                    ConnectFailures.refused(
                            said,
                            "The directory finds the question too heavy: ask below a lower base, or ask"
                                    + " its administration to index the attribute.",
                            cause);
            case ResultCode.REFERRAL_INT_VALUE -> ConnectFailures.refused(said, REFERRED, cause);
            case ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE,
                    ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE,
                    ResultCode.INAPPROPRIATE_MATCHING_INT_VALUE,
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.INVALID_DN_SYNTAX_INT_VALUE ->
                    ConnectFailures.refused(
                            said,
                            "The directory does not know an attribute as it was used: check the"
                                    + " DirectorySchema and the base.",
                            cause);
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE -> noBase(to, null, cause);
            case ResultCode.TIMEOUT_INT_VALUE -> silent(to, operation, cause);
            case ResultCode.SERVER_DOWN_INT_VALUE,
                    ResultCode.CONNECT_ERROR_INT_VALUE,
                    ResultCode.DECODING_ERROR_INT_VALUE,
                    ResultCode.LOCAL_ERROR_INT_VALUE,
                    ResultCode.ENCODING_ERROR_INT_VALUE ->
                    cut ? silent(to, operation, cause) : broken(to, operation, cause);
            default -> new ProtocolException(said, null, Causes.shown(cause));
        };
    }

    private static EHealthException broken(Endpoint to, String operation, LDAPException cause) {
        if (Causes.first(cause, SocketTimeoutException.class).isPresent()) {
            return silent(to, operation, cause);
        }
        if (tooLarge(cause)) {
            return new ProtocolException(
                    to
                            + ": "
                            + operation
                            + ": the server sent an entry larger than maximumMessageBytes, which was not"
                            + " read. Ask for fewer attributes, or raise the limit",
                    null,
                    Causes.shown(cause));
        }
        if (cause.getResultCode().equals(ResultCode.DECODING_ERROR)
                || Causes.first(cause, ASN1Exception.class).isPresent()) {
            return new ProtocolException(
                    to + ": " + operation + ": what the server sent is not LDAP",
                    null,
                    Causes.shown(cause));
        }
        return lost(
                to
                        + ": "
                        + operation
                        + ": the connection was lost before the whole answer had come",
                "Try again later.",
                cause);
    }

    /** The library tells by words alone: "required n bytes ... larger than the maximum". */
    private static boolean tooLarge(LDAPException cause) {
        return Causes.all(cause).stream()
                .filter(each -> each.getClass() == IOException.class)
                .anyMatch(
                        each ->
                                String.valueOf(each.getMessage())
                                        .contains("larger than the maximum"));
    }

    private static ConnectionException silent(
            Endpoint to, String operation, @Nullable Throwable cause) {
        return lost(
                to + ": " + operation + ": no whole answer within the answer timeout",
                "Try again later; if it lasts, report to the directory's administration, or raise"
                        + " answerTimeout.",
                cause);
    }

    /** Whether the connection is gone, and not for something that would come again. */
    static boolean isLost(LDAPException failure, boolean cut) {
        return !cut
                && (failure.getResultCode().equals(ResultCode.SERVER_DOWN)
                        || failure.getResultCode().equals(ResultCode.CONNECT_ERROR))
                && !tooLarge(failure)
                && Causes.first(failure, SocketTimeoutException.class).isEmpty();
    }

    static ProtocolException notLdap(Endpoint to, String operation) {
        return new ProtocolException(
                to + ": " + operation + ": what the server sent is not an answer to it",
                null,
                null);
    }

    static ConnectionException tooLong(Endpoint to) {
        return lost(
                to + ": search: the directory needs longer for it than searchTime allows",
                "Ask for less at a time, or raise searchTime.",
                null);
    }

    static ConfigurationException referred(Endpoint to, String operation) {
        return new ConfigurationException(
                to + ": " + operation + ": the directory refers to another one", REFERRED);
    }

    /** The base of a search is not there. */
    static ConfigurationException noBase(
            Endpoint to, @Nullable DistinguishedName base, LDAPException cause) {
        return new ConfigurationException(
                to + ": the directory has no entry at the base" + shown(base),
                "Check the base of the directory, or of the search: noSuchObject can also mean that this"
                        + " system may not see it.",
                Causes.shown(cause));
    }

    /** Where the search began, if it is the name of a place: a person's tells who it is. */
    private static String shown(@Nullable DistinguishedName base) {
        if (base == null) {
            return "";
        }
        for (Optional<DistinguishedName> each = Optional.of(base);
                each.isPresent() && each.get().depth() > 0;
                each = each.get().parent()) {
            if (!STEPS_OF_PLACES.contains(each.get().ownType())) {
                return "";
            }
        }
        return " " + base;
    }

    static ConnectionException lost(String message, String remedy, @Nullable Throwable cause) {
        return new ConnectionException(
                Stage.ANSWER, Outcome.UNKNOWN, message, remedy, null, Causes.shown(cause));
    }

    static ConnectionException closed(@Nullable Throwable cause) {
        return lost(
                "The LdapConnection was closed while the search was under way",
                "Nothing to do: the application closed it.",
                cause);
    }
}
