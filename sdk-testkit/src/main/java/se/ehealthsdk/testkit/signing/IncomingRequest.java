package se.ehealthsdk.testkit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A request that is signed by a registered requester and in order. What it asks for may still be refused, by
 * a response.
 *
 * @param id the RequestID
 * @param responseUrl where the response is to be posted
 * @param notBefore from when it may be acted on
 * @param notOnOrAfter from when it may no longer
 * @param signer the HSA-id of whoever is to sign
 * @param identityProvider who is to authenticate
 * @param levels the levels of assurance that will do
 * @param algorithm the signature algorithm
 * @param message what the user is to be shown, as text
 * @param taskId the id of the task
 * @param toBeSigned the bytes to be signed
 */
record IncomingRequest(
        String id,
        String responseUrl,
        Instant notBefore,
        Instant notOnOrAfter,
        String signer,
        String identityProvider,
        List<String> levels,
        String algorithm,
        String message,
        String taskId,
        byte[] toBeSigned) {

    private static final String[] EXTENSION = {
        "csig:RequestTime",
        "saml:Conditions",
        "csig:Signer?",
        "csig:IdentityProvider",
        "csig:AuthnProfile?",
        "csig:SignRequester",
        "csig:SignService",
        "csig:RequestedSignatureAlgorithm?",
        "csig:CertRequestProperties?",
        "csig:SignMessage?",
        "csig:OtherRequestInfo?"
    };

    /** Which SAML attribute each attribute of a signer's certificate comes from. */
    private static final Map<String, String> CERTIFICATE =
            Map.of(
                    "2.5.4.42", "http://sambi.se/attributes/1/givenName",
                    "2.5.4.4", "http://sambi.se/attributes/1/surname",
                    "2.5.4.5", Names.EMPLOYEE_HSA_ID,
                    "2.5.4.3", "urn:name");

    private static final Set<String> ALGORITHMS = Set.of(Names.RSA_SHA256, Names.ECDSA_SHA256);

    /** Reads what the requester's browser has posted. */
    static IncomingRequest read(
            Map<String, String> fields, String ownEntityId, Map<String, Requester> requesters)
            throws Refused {
        if (!"POST/XML/1.0".equals(fields.get("Binding"))) {
            throw new Refused("has not Binding POST/XML/1.0");
        }
        Element root = Tree.parse(xml(fields));
        if (!Tree.is(root, "dss:SignRequest")) {
            throw new Refused("is no SignRequest");
        }
        Tree.require(root, "Profile", Names.PROFILE);
        Tree.requireOrder(root, "dss:OptionalInputs", "dss:InputDocuments");
        Element inputs = Tree.child(root, "dss:OptionalInputs");
        Tree.requireOrder(inputs, "csig:SignRequestExtension", "ds:Signature");
        Element extension = Tree.child(inputs, "csig:SignRequestExtension");
        Tree.requireOrder(extension, EXTENSION);
        Requester requester = requesters.get(entity(extension, "csig:SignRequester"));
        if (requester == null) {
            throw new Refused("comes from a requester that is not registered");
        }
        Signatures.verify(inputs, requester.certificate());
        if (!entity(extension, "csig:SignService").equals(ownEntityId)) {
            throw new Refused("is for another signing service");
        }
        String id = root.getAttribute("RequestID");
        if (id.length() < 20 || !id.equals(fields.get("RelayState"))) {
            throw new Refused("has a RequestID that is short, or not its RelayState");
        }
        return read(id, extension, Tree.child(root, "dss:InputDocuments"), requester);
    }

    private static byte[] xml(Map<String, String> fields) throws Refused {
        try {
            return Base64.getDecoder().decode(fields.getOrDefault("EidSignRequest", ""));
        } catch (IllegalArgumentException e) {
            throw new Refused("is not in base64");
        }
    }

    private static IncomingRequest read(
            String id, Element extension, Element documents, Requester requester) throws Refused {
        Tree.require(extension, "Version", "1.4", "1.5");
        time(Tree.text(extension, "csig:RequestTime"));
        Element conditions = Tree.child(extension, "saml:Conditions");
        Tree.requireOrder(conditions, "saml:AudienceRestriction");
        if (!Tree.text(conditions, "saml:AudienceRestriction/saml:Audience")
                .equals(requester.responseUrl())) {
            throw new Refused("wants its response at another address than the registered one");
        }
        String algorithm = Tree.text(extension, "csig:RequestedSignatureAlgorithm");
        if (!ALGORITHMS.contains(algorithm)) {
            throw new Refused("asks for an unknown signature algorithm");
        }
        Tree.requireOrder(documents, "dss:Other");
        Tree.requireOrder(Tree.child(documents, "dss:Other"), "csig:SignTasks");
        Element tasks = Tree.child(documents, "dss:Other/csig:SignTasks");
        Tree.requireOrder(tasks, "csig:SignTaskData");
        Element task = Tree.child(tasks, "csig:SignTaskData");
        Tree.requireOrder(task, "csig:ToBeSignedBytes");
        Tree.require(task, "SigType", "XML");
        return new IncomingRequest(
                id,
                requester.responseUrl(),
                time(conditions.getAttribute("NotBefore")),
                time(conditions.getAttribute("NotOnOrAfter")),
                signer(Tree.child(extension, "csig:Signer")),
                entity(extension, "csig:IdentityProvider"),
                levels(Tree.child(extension, "csig:CertRequestProperties")),
                algorithm,
                message(extension),
                task.getAttribute("SignTaskId"),
                toBeSigned(task, algorithm));
    }

    private static String signer(Element signer) throws Refused {
        List<Element> attributes = Tree.children(signer, "saml:Attribute");
        if (attributes.size() != 1) {
            throw new Refused("has not one attribute that tells the signer");
        }
        Tree.require(attributes.get(0), "Name", Names.EMPLOYEE_HSA_ID);
        Tree.requireOrder(attributes.get(0), "saml:AttributeValue");
        return Tree.text(attributes.get(0), "saml:AttributeValue");
    }

    private static List<String> levels(Element properties) throws Refused {
        Tree.require(properties, "CertType", "PKC");
        Tree.requireOrder(properties, "saml:AuthnContextClassRef+", "csig:RequestedCertAttributes");
        Element attributes = Tree.child(properties, "csig:RequestedCertAttributes");
        Tree.requireOrder(attributes, "csig:RequestedCertAttribute+");
        List<Element> wanted = Tree.children(attributes);
        for (Element each : wanted) {
            Tree.require(each, "CertNameType", "rdn", "");
            Tree.require(each, "Required", "true");
            Tree.requireOrder(each, "csig:SamlAttributeName");
            String source = CERTIFICATE.get(each.getAttribute("CertAttributeRef"));
            if (!Tree.text(each, "csig:SamlAttributeName").equals(source)) {
                throw new Refused("asks for an attribute that this service cannot give");
            }
        }
        if (wanted.size() != CERTIFICATE.size()) {
            throw new Refused("asks for other than given name, surname, HSA-id and name");
        }
        List<String> levels = new ArrayList<>();
        for (Element level : Tree.children(properties, "saml:AuthnContextClassRef")) {
            levels.add(level.getTextContent().strip());
        }
        return levels;
    }

    private static String message(Element extension) throws Refused {
        Optional<Element> found = Tree.children(extension, "csig:SignMessage").stream().findFirst();
        if (found.isEmpty()) {
            return "";
        }
        Element message = found.get();
        Tree.require(message, "MustShow", "true", "false");
        Tree.require(message, "MimeType", "text", "text/html", "text/markdown");
        Tree.require(message, "DisplayEntity", entity(extension, "csig:IdentityProvider"));
        String text = new String(Tree.bytes(Tree.child(message, "csig:Message")), UTF_8);
        return message.getAttribute("MimeType").equals("text/html")
                ? text.replaceAll("<[^>]*>", " ")
                : text;
    }

    /** The bytes: a SignedInfo that names the algorithm that is asked for. */
    private static byte[] toBeSigned(Element task, String algorithm) throws Refused {
        byte[] bytes = Tree.bytes(Tree.child(task, "csig:ToBeSignedBytes"));
        Element signedInfo = Tree.parse(bytes);
        if (!Tree.is(signedInfo, "ds:SignedInfo")) {
            throw new Refused("has something else to be signed than a SignedInfo");
        }
        Tree.require(Tree.child(signedInfo, "ds:SignatureMethod"), "Algorithm", algorithm);
        return bytes;
    }

    private static String entity(Element extension, String name) throws Refused {
        Element entity = Tree.child(extension, name);
        Tree.require(entity, "Format", Names.ENTITY);
        return entity.getTextContent().strip();
    }

    private static Instant time(String text) throws Refused {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("has a time that is none");
        }
    }
}
