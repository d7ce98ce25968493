package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What is to go wrong in the directory, given to {@link DirectoryStandIn#next}. A fault of a search lasts to the end of
 * that search, however many pages it has. Immutable.
 *
 * <pre>{@code
 * services.directory().next(DirectoryFault.closesAfter(3));   // gone in the middle of a page
 * }</pre>
 */
public final class DirectoryFault {

    /** What meets the fault. */
    enum Place {
        CONNECTION,
        BIND,
        SEARCH
    }

    /** Which certificate the server shows instead of its own. */
    enum WrongCertificate {
        ANOTHER_HOST,
        EXPIRED,
        UNTRUSTED
    }

    private final String name;
    private final Place place;
    private final Optional<ResultCode> result;
    private final int entries;
    private final boolean closes;
    private final boolean refusesPaging;
    private final Duration delay;
    private final Optional<String> url;
    private final Optional<WrongCertificate> certificate;

    private DirectoryFault(
            String name,
            Place place,
            Optional<ResultCode> result,
            int entries,
            boolean closes,
            boolean refusesPaging,
            Duration delay,
            Optional<String> url,
            Optional<WrongCertificate> certificate) {
        this.name = name;
        this.place = place;
        this.result = result;
        this.entries = entries;
        this.closes = closes;
        this.refusesPaging = refusesPaging;
        this.delay = delay;
        this.url = url;
        this.certificate = certificate;
    }

    private static DirectoryFault result(String name, ResultCode code, int entries) {
        return new DirectoryFault(
                name,
                Place.SEARCH,
                Optional.of(code),
                entries,
                false,
                false,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    private static DirectoryFault certificate(String name, WrongCertificate which) {
        return new DirectoryFault(
                name,
                Place.CONNECTION,
                Optional.empty(),
                Integer.MAX_VALUE,
                false,
                false,
                Duration.ZERO,
                Optional.empty(),
                Optional.of(which));
    }

    /**
     * The search ends after so many entries with sizeLimitExceeded (4), if there are more.
     *
     * @param entries how many are told of
     * @throws InvalidInputException if it is below 0
     */
    public static DirectoryFault sizeLimit(int entries) {
        return result("sizeLimit", ResultCode.SIZE_LIMIT_EXCEEDED, notNegative(entries));
    }

    /**
     * The search ends after so many entries with timeLimitExceeded (3), if there are more.
     *
     * @param entries how many are told of
     * @throws InvalidInputException if it is below 0
     */
    public static DirectoryFault timeLimit(int entries) {
        return result("timeLimit", ResultCode.TIME_LIMIT_EXCEEDED, notNegative(entries));
    }

    /** The search is refused with busy (51). */
    public static DirectoryFault busy() {
        return result("busy", ResultCode.BUSY, 0);
    }

    /** The search is refused with unavailable (52). */
    public static DirectoryFault unavailable() {
        return result("unavailable", ResultCode.UNAVAILABLE, 0);
    }

    /** The search is refused with insufficientAccessRights (50). */
    public static DirectoryFault noAccess() {
        return result("noAccess", ResultCode.INSUFFICIENT_ACCESS_RIGHTS, 0);
    }

    /**
     * The search is answered with a referral (10) to another directory.
     *
     * @param url as {@code ldap://elsewhere.example.test/c=SE}
     */
    public static DirectoryFault referral(String url) {
        return new DirectoryFault(
                "referral",
                Place.SEARCH,
                Optional.of(ResultCode.REFERRAL),
                0,
                false,
                false,
                Duration.ZERO,
                Optional.of(url),
                Optional.empty());
    }

    /**
     * Among the entries is a reference: part of the answer lies in another directory.
     *
     * @param url as {@code ldap://elsewhere.example.test/o=Region,c=SE}
     */
    public static DirectoryFault reference(String url) {
        return new DirectoryFault(
                "reference",
                Place.SEARCH,
                Optional.empty(),
                Integer.MAX_VALUE,
                false,
                false,
                Duration.ZERO,
                Optional.of(url),
                Optional.empty());
    }

    /** A search that asks for pages is refused, as by a server that cannot page: unavailableCriticalExtension (12). */
    public static DirectoryFault refusesPaging() {
        return new DirectoryFault(
                "refusesPaging",
                Place.SEARCH,
                Optional.empty(),
                Integer.MAX_VALUE,
                false,
                true,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The connection is closed after so many entries, or before the end of a shorter answer.
     *
     * @throws InvalidInputException if it is below 0
     */
    public static DirectoryFault closesAfter(int entries) {
        return new DirectoryFault(
                "closesAfter",
                Place.SEARCH,
                Optional.empty(),
                notNegative(entries),
                true,
                false,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Each page of the search waits so long.
     *
     * @throws InvalidInputException if it is negative
     */
    public static DirectoryFault delay(Duration wait) {
        if (wait.isNegative()) {
            throw new InvalidInputException("delay", "is negative", "a time to wait");
        }
        return new DirectoryFault(
                "delay",
                Place.SEARCH,
                Optional.empty(),
                Integer.MAX_VALUE,
                false,
                false,
                wait,
                Optional.empty(),
                Optional.empty());
    }

    /** The next to log in (bind) is refused with invalidCredentials (49), whoever it is. */
    public static DirectoryFault invalidCredentials() {
        return result("invalidCredentials", ResultCode.INVALID_CREDENTIALS, 0).atBind();
    }

    /** The next connection is shown a certificate that names another host. */
    public static DirectoryFault certificateOfAnotherHost() {
        return certificate("certificateOfAnotherHost", WrongCertificate.ANOTHER_HOST);
    }

    /** The next connection is shown a certificate that has expired. */
    public static DirectoryFault expiredCertificate() {
        return certificate("expiredCertificate", WrongCertificate.EXPIRED);
    }

    /** The next connection is shown a certificate from a CA that nobody trusts. */
    public static DirectoryFault untrustedCertificate() {
        return certificate("untrustedCertificate", WrongCertificate.UNTRUSTED);
    }

    /** The same fault, met by the next to log in (bind) instead of the next search. */
    public DirectoryFault atBind() {
        return new DirectoryFault(
                name, Place.BIND, result, entries, closes, refusesPaging, delay, url, certificate);
    }

    private static int notNegative(int entries) {
        if (entries < 0) {
            throw new InvalidInputException("entries", "is below 0", "0 or more");
        }
        return entries;
    }

    Place place() {
        return place;
    }

    /** The result that the operation ends with; empty for its own. */
    Optional<ResultCode> result() {
        return result;
    }

    /** How many entries are sent at most. */
    int entries() {
        return entries;
    }

    boolean closes() {
        return closes;
    }

    boolean isPagingRefused() {
        return refusesPaging;
    }

    Duration delay() {
        return delay;
    }

    Optional<String> url() {
        return url;
    }

    Optional<WrongCertificate> certificate() {
        return certificate;
    }

    /** What the fault is called. */
    @Override
    public String toString() {
        return name;
    }
}
