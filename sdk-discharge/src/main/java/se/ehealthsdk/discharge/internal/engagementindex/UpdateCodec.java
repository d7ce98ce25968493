package se.ehealthsdk.discharge.internal.engagementindex;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.discharge.engagementindex.Engagement;
import se.ehealthsdk.discharge.engagementindex.EngagementTransaction;
import se.ehealthsdk.discharge.engagementindex.Update;
import se.ehealthsdk.discharge.engagementindex.UpdateResult;
import se.ehealthsdk.discharge.internal.careplan.PlanTimes;

/** The messages of Update 1.0. */
public final class UpdateCodec {

    /** The request. */
    public static final MessageCodec<Update> REQUEST =
            new MessageCodec<>() {
                @Override
                public void write(Update message, ElementWriter out) throws XMLStreamException {
                    writeRequest(message, out);
                }

                @Override
                public Update read(ElementReader in) throws XMLStreamException {
                    return readRequest(in);
                }
            };

    /** The response. */
    public static final MessageCodec<UpdateResult> ANSWER =
            new MessageCodec<>() {
                @Override
                public void write(UpdateResult message, ElementWriter out)
                        throws XMLStreamException {
                    out.text("ResultCode", message.code());
                    out.text("comment", message.comment());
                }

                @Override
                public UpdateResult read(ElementReader in) throws XMLStreamException {
                    return readAnswer(in);
                }
            };

    private static final String CORE = "urn:riv:itintegration:engagementindex:1";

    private UpdateCodec() {}

    private static void writeRequest(Update update, ElementWriter out) throws XMLStreamException {
        out.declare("core", CORE);
        ElementWriter core = out.in(CORE);
        for (EngagementTransaction each : update.transactions()) {
            out.start("engagementTransaction");
            core.bool("deleteFlag", each.delete());
            core.start("engagement");
            write(each.engagement(), core);
            core.end();
            out.end();
        }
    }

    private static void write(Engagement post, ElementWriter core) throws XMLStreamException {
        core.text("registeredResidentIdentification", post.resident());
        core.text("serviceDomain", post.serviceDomain());
        core.text("categorization", post.categorization());
        core.text("logicalAddress", post.logicalAddress());
        core.text("businessObjectInstanceIdentifier", post.businessObjectInstanceId());
        core.text("clinicalProcessInterestId", post.clinicalProcessInterestId());
        core.text("mostRecentContent", post.mostRecentContent().map(PlanTimes::format));
        core.text("sourceSystem", post.sourceSystem());
        core.text("creationTime", post.creationTime().map(PlanTimes::format));
        core.text("updateTime", post.updateTime().map(PlanTimes::format));
        core.text("dataController", post.dataController());
        core.text("owner", post.owner());
    }

    private static Update readRequest(ElementReader in) throws XMLStreamException {
        List<EngagementTransaction> transactions = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals("engagementTransaction")) {
                transactions.add(transaction(in));
            } else {
                in.skip();
            }
        }
        return new Update(transactions);
    }

    private static EngagementTransaction transaction(ElementReader in) throws XMLStreamException {
        Boolean delete = null;
        Engagement post = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "deleteFlag" -> delete = in.bool();
                case "engagement" -> post = engagement(in);
                default -> in.skip();
            }
        }
        return new EngagementTransaction(
                required(delete, "deleteFlag"), required(post, "engagement"));
    }

    private static Engagement engagement(ElementReader in) throws XMLStreamException {
        String resident = null;
        String domain = null;
        String categorization = null;
        String address = null;
        String object = null;
        String interest = null;
        Optional<LocalDateTime> mostRecent = Optional.empty();
        String source = null;
        Optional<LocalDateTime> created = Optional.empty();
        Optional<LocalDateTime> updated = Optional.empty();
        String controller = null;
        Optional<String> owner = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "registeredResidentIdentification" -> resident = in.token();
                case "serviceDomain" -> domain = in.token();
                case "categorization" -> categorization = in.text();
                case "logicalAddress" -> address = in.text();
                case "businessObjectInstanceIdentifier" -> object = in.text();
                case "clinicalProcessInterestId" -> interest = in.text();
                case "mostRecentContent" -> mostRecent = time(in);
                case "sourceSystem" -> source = in.text();
                case "creationTime" -> created = time(in);
                case "updateTime" -> updated = time(in);
                case "dataController" -> controller = in.text();
                case "owner" -> owner = Optional.of(in.text()).filter(each -> !each.isEmpty());
                default -> in.skip();
            }
        }
        return new Engagement(
                required(resident, "registeredResidentIdentification"),
                required(domain, "serviceDomain"),
                required(categorization, "categorization"),
                required(address, "logicalAddress"),
                required(object, "businessObjectInstanceIdentifier"),
                required(interest, "clinicalProcessInterestId"),
                mostRecent,
                required(source, "sourceSystem"),
                created,
                updated,
                required(controller, "dataController"),
                owner);
    }

    private static UpdateResult readAnswer(ElementReader in) throws XMLStreamException {
        String code = null;
        Optional<String> comment = Optional.empty();
        while (in.nextChild()) {
            switch (in.name()) {
                case "ResultCode" -> code = in.token();
                case "comment" -> comment = Optional.of(in.text()).filter(each -> !each.isEmpty());
                default -> in.skip();
            }
        }
        return new UpdateResult(required(code, "ResultCode"), comment);
    }

    private static Optional<LocalDateTime> time(ElementReader in) throws XMLStreamException {
        String name = in.name();
        String text = in.token();
        Optional<LocalDateTime> time = PlanTimes.time(text);
        if (time.isEmpty() && !text.isEmpty()) {
            throw new XMLStreamException(name + " is not YYYYMMDDhhmmss");
        }
        return time;
    }

    private static <T> T required(@Nullable T value, String element) throws XMLStreamException {
        if (value == null) {
            throw new XMLStreamException(element + " is missing");
        }
        return value;
    }
}
