package se.ehealthsdk.core.rivta;

import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.internal.soap.BodyCodec;
import se.ehealthsdk.core.internal.soap.ElementBody;
import se.ehealthsdk.core.internal.soap.JaxbBody;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * One interaction of a RIV-TA service contract, in one major version: what is needed to call it or to
 * answer it.
 *
 * <p>From the domain, the name and the major version follow the namespace, the SOAPAction, the names of
 * the messages and the default path. The SDK's own contracts come with their clients; any other is
 * declared by its user, with JAXB classes or a {@link MessageCodec}:
 *
 * <pre>{@code
 * static final RivtaContract<GetUnitType, GetUnitResponseType> GET_UNIT =
 *         RivtaContract.query("infrastructure:directory:organization", "GetUnit", 5,
 *                 GetUnitType.class, GetUnitResponseType.class);
 * }</pre>
 *
 * <p>Source: RIV-TA Basic Profile 2.1 (ARK_0002), service schema rules (ARK_0005). Immutable.
 *
 * @param <Q> the request
 * @param <R> the response
 */
public final class RivtaContract<Q, R> {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.\\-]+(:[a-z0-9.\\-]+)*");
    private static final Pattern SOAP_ACTION = Pattern.compile("[!-~&&[^\"]]{1,1000}");
    private static final Pattern INTERACTION = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final String domain;
    private final String interaction;
    private final int major;
    private final boolean idempotent;
    private final BodyCodec<Q> request;
    private final BodyCodec<R> response;
    private final String namespace;
    private final String requestName;
    private final String soapAction;

    private RivtaContract(
            String domain,
            String interaction,
            int major,
            boolean idempotent,
            BodyCodec<Q> request,
            BodyCodec<R> response) {
        this(domain, interaction, major, idempotent, request, response, interaction, null);
    }

    private RivtaContract(
            String domain,
            String interaction,
            int major,
            boolean idempotent,
            BodyCodec<Q> request,
            BodyCodec<R> response,
            String requestName,
            @Nullable String soapAction) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new InvalidInputException(
                    "domain",
                    "is not a RIV-TA service domain",
                    "lower-case names with colons between, as infrastructure:directory:employee");
        }
        if (!INTERACTION.matcher(interaction).matches()) {
            throw new InvalidInputException(
                    "interaction",
                    "is not the name of an interaction",
                    "letters and digits, as GetUnit");
        }
        if (major < 1) {
            throw new InvalidInputException(
                    "major", "is below 1", "the major version, as 5 in 5.0");
        }
        this.domain = domain;
        this.interaction = interaction;
        this.major = major;
        this.idempotent = idempotent;
        this.request = request;
        this.response = response;
        this.namespace = "urn:riv:" + domain + ":" + interaction + "Responder:" + major;
        this.requestName = requestName;
        this.soapAction = soapAction == null ? namespace + ":" + interaction : soapAction;
    }

    /**
     * A question and its answer (fråga-svar): changes nothing, so it may be repeated.
     *
     * @param domain the service domain with colons, without {@code urn:riv:}
     * @param interaction the name of the interaction, as in its WSDL
     * @param major the major version
     * @param request a class annotated for JAXB (jakarta.xml.bind 4), root or type
     * @param response a class annotated for JAXB, root or type
     * @throws InvalidInputException if a name or version cannot be one
     */
    public static <Q, R> RivtaContract<Q, R> query(
            String domain, String interaction, int major, Class<Q> request, Class<R> response) {
        return new RivtaContract<>(
                domain,
                interaction,
                major,
                true,
                new JaxbBody<>(request),
                new JaxbBody<>(response));
    }

    /** As {@link #query(String, String, int, Class, Class)}, with codecs in the place of JAXB. */
    public static <Q, R> RivtaContract<Q, R> query(
            String domain,
            String interaction,
            int major,
            MessageCodec<Q> request,
            MessageCodec<R> response) {
        return new RivtaContract<>(
                domain,
                interaction,
                major,
                true,
                new ElementBody<>(request, domain),
                new ElementBody<>(response, domain));
    }

    /**
     * An interaction that changes something (informationsspridning, uppdrag): not repeated when it is
     * unknown whether it was carried out, unless the contract is {@link #idempotent()}.
     *
     * @param domain the service domain with colons, without {@code urn:riv:}
     * @param interaction the name of the interaction, as in its WSDL
     * @param major the major version
     * @param request a class annotated for JAXB (jakarta.xml.bind 4), root or type
     * @param response a class annotated for JAXB, root or type
     * @throws InvalidInputException if a name or version cannot be one
     */
    public static <Q, R> RivtaContract<Q, R> update(
            String domain, String interaction, int major, Class<Q> request, Class<R> response) {
        return new RivtaContract<>(
                domain,
                interaction,
                major,
                false,
                new JaxbBody<>(request),
                new JaxbBody<>(response));
    }

    /** As {@link #update(String, String, int, Class, Class)}, with codecs in the place of JAXB. */
    public static <Q, R> RivtaContract<Q, R> update(
            String domain,
            String interaction,
            int major,
            MessageCodec<Q> request,
            MessageCodec<R> response) {
        return new RivtaContract<>(
                domain,
                interaction,
                major,
                false,
                new ElementBody<>(request, domain),
                new ElementBody<>(response, domain));
    }

    /** The same contract, declared idempotent by its specification: doing it twice is doing it once. */
    public RivtaContract<Q, R> idempotent() {
        return new RivtaContract<>(
                domain, interaction, major, true, request, response, requestName, soapAction);
    }

    /**
     * The same contract, whose request's element does not have the name of the interaction: contracts
     * from before the schema rules 2.1 call it {@code ...Request}.
     *
     * @param name the local name of the element, as in the XSD
     * @throws InvalidInputException if it cannot be one
     */
    public RivtaContract<Q, R> withRequestElement(String name) {
        if (!INTERACTION.matcher(name).matches()) {
            throw new InvalidInputException(
                    "name", "is not the name of an element", "letters and digits");
        }
        return new RivtaContract<>(
                domain, interaction, major, idempotent, request, response, name, soapAction);
    }

    /**
     * The same contract, whose WSDL has another SOAPAction than its namespace: producers that dispatch by it refuse the
     * regular one.
     *
     * @param action as the WSDL has it
     * @throws InvalidInputException if it cannot be one
     */
    public RivtaContract<Q, R> withSoapAction(String action) {
        if (!SOAP_ACTION.matcher(action).matches()) {
            throw new InvalidInputException(
                    "action", "is not a SOAPAction", "an address without blanks and quotes");
        }
        return new RivtaContract<>(
                domain, interaction, major, idempotent, request, response, requestName, action);
    }

    /**
     * The same contract, whose elements lie partly in another domain's namespaces, as those of {@code
     * ehr:patientrelationship:querying} do in {@code ehr:patientrelationship}. With JAXB it changes
     * nothing: annotated classes name their namespaces themselves.
     *
     * @param otherDomain the domain that holds all the namespaces, without {@code urn:riv:}
     * @throws InvalidInputException if it cannot be one
     */
    public RivtaContract<Q, R> withTypesOf(String otherDomain) {
        if (!DOMAIN.matcher(otherDomain).matches()) {
            throw new InvalidInputException(
                    "otherDomain", "is not a RIV-TA service domain", "as ehr:patientrelationship");
        }
        return new RivtaContract<>(
                domain,
                interaction,
                major,
                idempotent,
                inDomain(request, otherDomain),
                inDomain(response, otherDomain),
                requestName,
                soapAction);
    }

    private static <T> BodyCodec<T> inDomain(BodyCodec<T> body, String otherDomain) {
        return body instanceof ElementBody<T> element
                ? new ElementBody<>(element.codec(), otherDomain)
                : body;
    }

    /** The service domain, for example {@code infrastructure:directory:organization}. */
    public String domain() {
        return domain;
    }

    /** The name of the interaction, for example {@code GetUnit}. */
    public String interaction() {
        return interaction;
    }

    /** The major version, for example 5. */
    public int major() {
        return major;
    }

    /** Whether repeating a call is safe: every query, and every update declared idempotent. */
    public boolean isIdempotent() {
        return idempotent;
    }

    /** {@code urn:riv:<domain>:<Interaction>Responder:<major>}: what platforms route and authorise by. */
    public String namespace() {
        return namespace;
    }

    /** {@code <namespace>:<Interaction>}, unless the WSDL has another. */
    public String soapAction() {
        return soapAction;
    }

    /** The conventional path on a platform: {@code <domain with slashes>/<Interaction>/<major>/rivtabp21}. */
    public String path() {
        return domain.replace(':', '/') + "/" + interaction + "/" + major + "/rivtabp21";
    }

    /** The element that carries the request. */
    public QName requestElement() {
        return new QName(namespace, requestName);
    }

    /** The element that carries the response. */
    public QName responseElement() {
        return new QName(namespace, interaction + "Response");
    }

    BodyCodec<Q> request() {
        return request;
    }

    BodyCodec<R> response() {
        return response;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RivtaContract<?, ?> that
                && namespace.equals(that.namespace)
                && request.equals(that.request)
                && response.equals(that.response)
                && requestName.equals(that.requestName)
                && soapAction.equals(that.soapAction)
                && idempotent == that.idempotent;
    }

    @Override
    public int hashCode() {
        return Objects.hash(namespace);
    }

    /** The namespace. */
    @Override
    public String toString() {
        return namespace;
    }
}
