package se.ehealthsdk.hsa.internal.person;

import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.HospResult;
import se.ehealthsdk.hsa.contract.GetHospCredentials;
import se.ehealthsdk.hsa.contract.GetHospLastUpdate;
import se.ehealthsdk.hsa.contract.HandleHospCertification;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The small messages about HOSP. */
public final class HospCodecs {

    private static final String NUMBER = "personalIdentityNumber";

    private HospCodecs() {}

    /** The request of GetHospCredentialsForPerson. */
    public static final class CredentialsRequest implements MessageCodec<GetHospCredentials> {

        @Override
        public void write(GetHospCredentials request, ElementWriter out) throws XMLStreamException {
            out.text(NUMBER, request.person().value());
        }

        @Override
        public GetHospCredentials read(ElementReader in) throws XMLStreamException {
            PersonId person = null;
            while (in.nextChild()) {
                if (in.name().equals(NUMBER)) {
                    person = PersonIdentity.readNumber(in);
                } else {
                    in.skip();
                }
            }
            return new GetHospCredentials(CommonTypes.required(person, NUMBER));
        }
    }

    /** The request of GetHospLastUpdate, which is empty. */
    public static final class LastUpdateRequest implements MessageCodec<GetHospLastUpdate> {

        @Override
        public void write(GetHospLastUpdate request, ElementWriter out) {
            // nothing to say
        }

        @Override
        public GetHospLastUpdate read(ElementReader in) throws XMLStreamException {
            while (in.nextChild()) {
                in.skip();
            }
            return new GetHospLastUpdate();
        }
    }

    /** The answer of GetHospLastUpdate. */
    public static final class LastUpdate implements MessageCodec<Instant> {

        @Override
        public void write(Instant lastUpdate, ElementWriter out) throws XMLStreamException {
            out.dateTime("lastUpdate", Optional.of(lastUpdate));
        }

        @Override
        public Instant read(ElementReader in) throws XMLStreamException {
            Instant lastUpdate = null;
            while (in.nextChild()) {
                if (in.name().equals("lastUpdate")) {
                    lastUpdate = in.dateTime();
                } else {
                    in.skip();
                }
            }
            return CommonTypes.required(lastUpdate, "lastUpdate");
        }
    }

    /** The request of HandleHospCertificationPerson. */
    public static final class CertificationRequest
            implements MessageCodec<HandleHospCertification> {

        @Override
        public void write(HandleHospCertification request, ElementWriter out)
                throws XMLStreamException {
            out.text(NUMBER, request.person().value());
            out.text(
                    "operation",
                    switch (request.operation()) {
                        case ADD -> "add";
                        case REMOVE -> "remove";
                    });
            out.text("certificationId", request.certificationId());
            out.text("reason", request.reason());
        }

        @Override
        public HandleHospCertification read(ElementReader in) throws XMLStreamException {
            PersonId person = null;
            HandleHospCertification.Operation operation = null;
            Optional<String> certificationId = Optional.empty();
            Optional<String> reason = Optional.empty();
            while (in.nextChild()) {
                switch (in.name()) {
                    case NUMBER -> person = PersonIdentity.readNumber(in);
                    case "operation" -> operation = readOperation(in.token());
                    case "certificationId" -> certificationId = Optional.of(in.token());
                    case "reason" -> reason = Optional.of(in.text());
                    default -> in.skip();
                }
            }
            return new HandleHospCertification(
                    CommonTypes.required(person, NUMBER),
                    CommonTypes.required(operation, "operation"),
                    certificationId,
                    reason);
        }

        private static HandleHospCertification.Operation readOperation(String text)
                throws XMLStreamException {
            return switch (text) {
                case "add" -> HandleHospCertification.Operation.ADD;
                case "remove" -> HandleHospCertification.Operation.REMOVE;
                default -> throw new XMLStreamException("operation is neither add nor remove");
            };
        }
    }

    /** The answer of HandleHospCertificationPerson. */
    public static final class CertificationResult implements MessageCodec<HospResult> {

        @Override
        public void write(HospResult result, ElementWriter out) throws XMLStreamException {
            out.text("resultCode", result.code().name());
            out.text("resultText", Optional.of(result.text()).filter(text -> !text.isEmpty()));
        }

        @Override
        public HospResult read(ElementReader in) throws XMLStreamException {
            HospResult.Code code = null;
            String text = "";
            while (in.nextChild()) {
                switch (in.name()) {
                    case "resultCode" -> code = readCode(in.token());
                    case "resultText" -> text = in.text();
                    default -> in.skip();
                }
            }
            return new HospResult(CommonTypes.required(code, "resultCode"), text);
        }

        private static HospResult.Code readCode(String text) throws XMLStreamException {
            return switch (text) {
                case "OK" -> HospResult.Code.OK;
                case "INFO" -> HospResult.Code.INFO;
                case "ERROR" -> HospResult.Code.ERROR;
                default -> throw new XMLStreamException("resultCode is not OK, INFO or ERROR");
            };
        }
    }
}
