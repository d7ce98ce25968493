package se.ehealthsdk.audit.internal.access;

import static se.ehealthsdk.audit.internal.access.CommonTypes.hsaId;
import static se.ehealthsdk.audit.internal.access.CommonTypes.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.InformationEntity;
import se.ehealthsdk.audit.access.InformationType;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CheckBlocks;
import se.ehealthsdk.audit.contract.CheckBlocksAnswer;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of informationsecurity:authorization:blocking 4.0. */
public final class BlockingCodecs {

    private static final CommonTypes TYPES =
            new CommonTypes("urn:riv:informationsecurity:authorization:blocking:4", false);

    /** The request of CheckBlocks. */
    public static final MessageCodec<CheckBlocks> CHECK =
            new Codec<>(BlockingCodecs::writeCheck, BlockingCodecs::readCheck);

    /** The response of CheckBlocks. */
    public static final MessageCodec<CheckBlocksAnswer> CHECK_ANSWER =
            new Codec<>(BlockingCodecs::writeAnswer, BlockingCodecs::readAnswer);

    private BlockingCodecs() {}

    private static void writeCheck(CheckBlocks request, ElementWriter out)
            throws XMLStreamException {
        ElementWriter core = TYPES.open(out);
        TYPES.accessingActor(request.actor(), out);
        TYPES.person("patientId", request.patient(), out);
        for (CheckBlocks.Row row : request.rows()) {
            InformationEntity entity = row.entity();
            out.start("informationEntities");
            TYPES.time("informationStartDate", entity.start(), core);
            TYPES.time("informationEndDate", entity.end(), core);
            core.text("informationCareUnitId", entity.careUnit().value());
            core.text("informationCareProviderId", entity.careProvider().value());
            core.text("informationType", entity.type().map(InformationType::id));
            core.text("rowNumber", String.valueOf(row.number()));
            out.end();
        }
    }

    private static CheckBlocks readCheck(ElementReader in) throws XMLStreamException {
        AccessingActor actor = null;
        PersonId patient = null;
        List<CheckBlocks.Row> rows = new ArrayList<>();
        while (in.nextChild()) {
            switch (in.name()) {
                case "accessingActor" -> actor = CommonTypes.accessingActor(in);
                case "patientId" -> patient = CommonTypes.person(in, "patientId");
                case "informationEntities" -> rows.add(readRow(in));
                default -> in.skip();
            }
        }
        return new CheckBlocks(
                required(actor, "accessingActor"), required(patient, "patientId"), rows);
    }

    private static CheckBlocks.Row readRow(ElementReader in) throws XMLStreamException {
        Instant start = null;
        Instant end = null;
        HsaId careUnit = null;
        HsaId careProvider = null;
        String type = null;
        Integer number = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "informationStartDate" -> start = in.dateTime();
                case "informationEndDate" -> end = in.dateTime();
                case "informationCareUnitId" -> careUnit = hsaId(in, "informationCareUnitId");
                case "informationCareProviderId" ->
                        careProvider = hsaId(in, "informationCareProviderId");
                case "informationType" -> type = in.token();
                case "rowNumber" -> number = number(in);
                default -> in.skip();
            }
        }
        return new CheckBlocks.Row(
                rowNumber(number),
                new InformationEntity(
                        required(careProvider, "informationCareProviderId"),
                        required(careUnit, "informationCareUnitId"),
                        required(start, "informationStartDate"),
                        required(end, "informationEndDate"),
                        Optional.ofNullable(type)
                                .filter(given -> !given.isEmpty())
                                .map(InformationType::new)));
    }

    private static void writeAnswer(CheckBlocksAnswer answer, ElementWriter out)
            throws XMLStreamException {
        ElementWriter core = TYPES.open(out);
        out.start("checkBlocksResult");
        TYPES.result("result", answer.result(), core);
        for (CheckBlocksAnswer.RowStatus row : answer.rows()) {
            core.start("checkResults");
            core.text("status", row.status());
            core.text("rowNumber", String.valueOf(row.number()));
            core.end();
        }
        out.end();
    }

    private static CheckBlocksAnswer readAnswer(ElementReader in) throws XMLStreamException {
        AccessControlResult result = null;
        List<CheckBlocksAnswer.RowStatus> rows = new ArrayList<>();
        while (in.nextChild()) {
            if (!in.name().equals("checkBlocksResult")) {
                in.skip();
                continue;
            }
            while (in.nextChild()) {
                switch (in.name()) {
                    case "result" -> result = CommonTypes.result(in);
                    case "checkResults" -> rows.add(readStatus(in));
                    default -> in.skip();
                }
            }
        }
        return new CheckBlocksAnswer(required(result, "result"), rows);
    }

    private static CheckBlocksAnswer.RowStatus readStatus(ElementReader in)
            throws XMLStreamException {
        String status = null;
        Integer number = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "status" -> status = in.token();
                case "rowNumber" -> number = number(in);
                default -> in.skip();
            }
        }
        return new CheckBlocksAnswer.RowStatus(rowNumber(number), required(status, "status"));
    }

    private static int rowNumber(@Nullable Integer number) throws XMLStreamException {
        return required(number, "rowNumber");
    }

    private static Integer number(ElementReader in) throws XMLStreamException {
        try {
            return Integer.valueOf(in.token());
        } catch (NumberFormatException notAnInt) {
            throw new XMLStreamException("rowNumber is not an xs:int");
        }
    }
}
