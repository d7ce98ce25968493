package se.ehealthsdk.certificate.webcert;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * An environment of Webcert, by its address.
 *
 * <pre>{@code
 * Webcert webcert = Webcert.at(URI.create("https://webcert.example.test"));
 * WebcertJump jump = webcert.jumpTo(certificateId).unit(unit).reference("visit-17").build();
 * String page = jump.page();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Webcert {

    private static final Pattern CERTIFICATE_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final String base;

    private Webcert(String base) {
        this.base = base;
    }

    /**
     * Webcert at an address.
     *
     * @param address where its paths begin, without query; {@code https}, or {@code http} to this machine for tests
     * @throws InvalidInputException if it is no such address
     */
    public static Webcert at(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        boolean secure = scheme.equals("https") || scheme.equals("http") && isThisMachine(host);
        boolean plain =
                address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null;
        if (host == null || !secure || !plain) {
            throw new InvalidInputException(
                    "address",
                    "cannot be Webcert's",
                    "an https address with host, and neither user, query nor fragment");
        }
        return new Webcert(address.toString().replaceAll("/+$", ""));
    }

    private static boolean isThisMachine(String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }

    /**
     * Starts the form that opens a certificate or a draft for a user whose care system shows it. What the user may do
     * there follows from HSA, not from the form.
     *
     * @param certificateId the id's extension (intygs-id), as CreateDraftCertificate answered it
     * @throws InvalidInputException if it cannot be one
     */
    public WebcertJump.Builder jumpTo(String certificateId) {
        return new WebcertJump.Builder(base, checked(certificateId));
    }

    /**
     * The address of a certificate for users who log in to Webcert on their own, from a mail or an intranet.
     *
     * @param certificateId the id's extension (intygs-id)
     * @throws InvalidInputException if it cannot be one
     */
    public URI linkTo(String certificateId) {
        return URI.create(base + "/webcert/web/user/launch/certificate/" + checked(certificateId));
    }

    /**
     * As {@link #linkTo}, at the questions about the certificate.
     *
     * @throws InvalidInputException if the id cannot be one
     */
    public URI linkToQuestions(String certificateId) {
        return URI.create(linkTo(certificateId) + "/questions");
    }

    /**
     * The request that ends the session which a jump began. One session carries one jump: end it when the user leaves
     * the certificate, or logs out, and the next jump works. Webcert answers 204 whether there was one or not.
     *
     * @param launchId that of the jump, {@link WebcertJump#launchId()}
     * @param user the HSA-id that the user logged in with
     */
    public EndSession endSession(UUID launchId, HsaId user) {
        return new EndSession(
                URI.create(base + "/api/v1/session/invalidate"),
                "{\"launchId\":\""
                        + launchId
                        + "\",\"userHsaId\":"
                        + Json.text(user.value())
                        + "}");
    }

    private static String checked(String certificateId) {
        if (!CERTIFICATE_ID.matcher(certificateId).matches()
                || PersonId.tryParse(certificateId).isPresent()) {
            throw new InvalidInputException(
                    "certificateId",
                    "cannot be the id of a certificate",
                    "a GUID, as CreateDraftCertificate answers");
        }
        return certificateId;
    }

    /** The address. */
    @Override
    public String toString() {
        return "Webcert[" + base + "]";
    }
}
