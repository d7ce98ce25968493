package se.ehealthsdk.testkit.certificate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * The contracts and the elements that they share, as the stand-ins read and write them: by their own hand, so
 * that a mistake of the client's does not meet the same mistake here.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, core 3.3, types 3.2, extensions 3.2 to 3.4.
 */
final class Wire {

    static final String DOMAIN = "clinicalprocess:healthcond:certificate";
    static final String CORE = "urn:riv:" + DOMAIN + ":3";
    static final String TYPES = "urn:riv:" + DOMAIN + ":types:3";
    static final String EXTENSION_2 = "urn:riv:" + DOMAIN + ":3.2";
    static final String EXTENSION_3 = "urn:riv:" + DOMAIN + ":3.3";
    static final String EXTENSION_4 = "urn:riv:" + DOMAIN + ":3.4";
    static final String STATUS_UPDATE_2 =
            "urn:riv:" + DOMAIN + ":CertificateStatusUpdateForCareResponder:3.2";

    static final String TYPE_CODES = "b64ea353-e8f6-4832-b563-fc7d46f29548";
    static final String PART_CODES = "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80";
    static final String STATUS_CODES = "9871cd17-8755-4ed9-b894-ff3729e775a4";
    static final String RELATION_CODES = "c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146";
    static final String SUBJECT_CODES = "ffa59d8f-8d7e-46ae-ac9e-31804e8e8499";
    static final String EVENT_CODES = "dfd7bbad-dbe5-4a2f-ba25-f7b9b2cc6b14";
    static final String WORKPLACE_CODES = "1.2.752.29.4.71";

    static final RivtaContract<Node, Node> REGISTER = update("RegisterCertificate", 3);
    static final RivtaContract<Node, Node> GET = query("GetCertificate", 2);
    static final RivtaContract<Node, Node> LIST = query("ListCertificatesForCare", 3);
    static final RivtaContract<Node, Node> LIST_WITH_QA = query("ListCertificatesForCareWithQA", 3);
    static final RivtaContract<Node, Node> REVOKE = update("RevokeCertificate", 2);
    static final RivtaContract<Node, Node> SEND = update("SendCertificateToRecipient", 2);
    static final RivtaContract<Node, Node> MESSAGE_TO_CARE = update("SendMessageToCare", 2);
    static final RivtaContract<Node, Node> MESSAGE_TO_RECIPIENT =
            update("SendMessageToRecipient", 2);
    static final RivtaContract<Node, Node> CREATE_DRAFT = update("CreateDraftCertificate", 3);
    static final RivtaContract<Node, Node> STATUS_UPDATE =
            update("CertificateStatusUpdateForCare", 3);
    static final RivtaContract<Node, Node> SET_STATUS = update("SetCertificateStatus", 2);
    static final RivtaContract<Node, Node> SICK_LEAVES = query("ListSickLeavesForCare", 1);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private Wire() {}

    private static RivtaContract<Node, Node> update(String interaction, int major) {
        return RivtaContract.update(DOMAIN, interaction, major, Node.ANY, Node.ANY);
    }

    private static RivtaContract<Node, Node> query(String interaction, int major) {
        return RivtaContract.query(DOMAIN, interaction, major, Node.ANY, Node.ANY);
    }

    /** The answer of a contract. */
    static Node answer(RivtaContract<?, ?> contract, @Nullable Object... parts) {
        return Node.of(
                contract.namespace(), contract.responseElement().getLocalPart(), (Object[]) parts);
    }

    /** The request of a contract. */
    static Node request(RivtaContract<?, ?> contract, @Nullable Object... parts) {
        return Node.of(
                contract.namespace(), contract.requestElement().getLocalPart(), (Object[]) parts);
    }

    /** The element {@code intyg} as another contract wants it. */
    static Node intyg(RivtaContract<?, ?> contract, Node intyg) {
        return intyg.named(contract.namespace(), "intyg");
    }

    static Node type(String name, Object... parts) {
        return Node.of(TYPES, name, parts);
    }

    /** An identifier (root and extension). */
    static Node identifier(String namespace, String name, String root, String extension) {
        return Node.of(namespace, name, type("root", root), type("extension", extension));
    }

    static Node hsaId(String namespace, String name, String id) {
        return identifier(namespace, name, HsaId.OID, id);
    }

    /** A coded value. */
    static Node code(String namespace, String name, String code, String codeSystem) {
        return Node.of(namespace, name, type("code", code), type("codeSystem", codeSystem));
    }

    static Node seconds(String namespace, String name, LocalDateTime time) {
        return Node.of(namespace, name, SECONDS.format(time));
    }

    static Node milliseconds(String namespace, String name, LocalDateTime time) {
        return Node.of(namespace, name, MILLISECONDS.format(time));
    }

    static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, SECONDS));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
