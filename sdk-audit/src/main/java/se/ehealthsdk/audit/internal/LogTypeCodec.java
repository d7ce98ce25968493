package se.ehealthsdk.audit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.Activity;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.LoggingSystem;
import se.ehealthsdk.audit.AccessRecord.Patient;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.AccessRecord.User;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * {@code LogType} of {@code informationsecurity:auditing:log} 2.0: what is inside a {@code log} element. Writes
 * only what the contract allows, reads whatever can be understood.
 *
 * @param startDate how the time is written; a {@link TimeForm}, as a rule
 */
public record LogTypeCodec(Function<Instant, String> startDate)
        implements MessageCodec<AccessRecord> {

    /** The namespace of everything inside {@code log}. */
    public static final String NAMESPACE = "urn:riv:informationsecurity:auditing:log:2";

    @Override
    public void write(AccessRecord record, ElementWriter out) throws XMLStreamException {
        RecordRules.check(record);
        out.text("logId", record.logId());
        out.start("system");
        out.text("systemId", record.system().id().value());
        out.text("systemName", record.system().name());
        out.end();
        write(record.activity(), out);
        write(record.user(), out);
        out.start("resources");
        for (Resource resource : record.resources()) {
            write(resource, out);
        }
        out.end();
    }

    private void write(Activity activity, ElementWriter out) throws XMLStreamException {
        out.start("activity");
        out.text("activityType", activity.type().value());
        out.text("activityLevel", activity.level());
        out.text("activityArgs", activity.arguments());
        out.text("startDate", startDate.apply(activity.start()));
        out.text("purpose", activity.purpose().value());
        out.end();
    }

    private static void write(User user, ElementWriter out) throws XMLStreamException {
        out.start("user");
        out.text("userId", user.id().value());
        out.text("name", user.name());
        if (user.personId().isPresent()) {
            write("personId", user.personId().get(), out);
        }
        out.text("assignment", user.assignment());
        out.text("title", user.title());
        write(user.careProvider(), out);
        write(user.careUnit(), out);
        out.end();
    }

    private static void write(Resource resource, ElementWriter out) throws XMLStreamException {
        out.start("resource");
        out.text("resourceType", resource.type().value());
        if (resource.patient().isPresent()) {
            out.start("patient");
            write("patientId", resource.patient().get().id(), out);
            out.text("patientName", resource.patient().get().name());
            out.end();
        }
        write(resource.careProvider(), out);
        if (resource.careUnit().isPresent()) {
            write(resource.careUnit().get(), out);
        }
        out.end();
    }

    private static void write(CareProvider provider, ElementWriter out) throws XMLStreamException {
        out.start("careProvider");
        out.text("careProviderId", provider.id().value());
        out.text("careProviderName", provider.name());
        out.end();
    }

    private static void write(CareUnit unit, ElementWriter out) throws XMLStreamException {
        out.start("careUnit");
        out.text("careUnitId", unit.id().value());
        out.text("careUnitName", unit.name());
        out.end();
    }

    /** Writes an {@code IIType}. */
    public static void write(String element, PersonIdentity person, ElementWriter out)
            throws XMLStreamException {
        out.start(element);
        out.text("root", person.root());
        out.text("extension", person.extension());
        out.end();
    }

    @Override
    public AccessRecord read(ElementReader in) throws XMLStreamException {
        String logId = null;
        LoggingSystem system = null;
        Activity activity = null;
        User user = null;
        List<Resource> resources = new ArrayList<>(1);
        while (in.nextChild()) {
            switch (in.name()) {
                case "logId" -> logId = in.token();
                case "system" -> system = readSystem(in);
                case "activity" -> activity = readActivity(in);
                case "user" -> user = readUser(in);
                case "resources" -> readResources(in, resources);
                default -> in.skip();
            }
        }
        return new AccessRecord(
                required(logId, "logId"),
                required(system, "system"),
                required(activity, "activity"),
                required(user, "user"),
                resources);
    }

    private static LoggingSystem readSystem(ElementReader in) throws XMLStreamException {
        HsaId id = null;
        String name = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "systemId" -> id = hsaId(in, "systemId");
                case "systemName" -> name = in.text();
                default -> in.skip();
            }
        }
        return new LoggingSystem(required(id, "systemId"), Optional.ofNullable(name));
    }

    private static Activity readActivity(ElementReader in) throws XMLStreamException {
        String type = null;
        String level = null;
        String arguments = null;
        Instant start = null;
        String purpose = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "activityType" -> type = in.text();
                case "activityLevel" -> level = in.text();
                case "activityArgs" -> arguments = in.text();
                case "startDate" -> start = in.dateTime();
                case "purpose" -> purpose = in.text();
                default -> in.skip();
            }
        }
        return new Activity(
                new ActivityType(required(type, "activityType")),
                Optional.ofNullable(level),
                Optional.ofNullable(arguments),
                required(start, "startDate"),
                new Purpose(required(purpose, "purpose")));
    }

    private static User readUser(ElementReader in) throws XMLStreamException {
        HsaId id = null;
        String name = null;
        PersonIdentity personId = null;
        String assignment = null;
        String title = null;
        CareProvider careProvider = null;
        CareUnit careUnit = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "userId" -> id = hsaId(in, "userId");
                case "name" -> name = in.text();
                case "personId" -> personId = readPerson(in);
                case "assignment" -> assignment = in.text();
                case "title" -> title = in.text();
                case "careProvider" -> careProvider = readCareProvider(in);
                case "careUnit" -> careUnit = readCareUnit(in);
                default -> in.skip();
            }
        }
        return new User(
                required(id, "userId"),
                Optional.ofNullable(name),
                Optional.ofNullable(personId),
                Optional.ofNullable(assignment),
                Optional.ofNullable(title),
                required(careProvider, "user/careProvider"),
                required(careUnit, "user/careUnit"));
    }

    private static void readResources(ElementReader in, List<Resource> into)
            throws XMLStreamException {
        while (in.nextChild()) {
            if (in.name().equals("resource")) {
                into.add(readResource(in));
            } else {
                in.skip();
            }
        }
    }

    private static Resource readResource(ElementReader in) throws XMLStreamException {
        String type = null;
        Patient patient = null;
        CareProvider careProvider = null;
        CareUnit careUnit = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "resourceType" -> type = in.text();
                case "patient" -> patient = readPatient(in);
                case "careProvider" -> careProvider = readCareProvider(in);
                case "careUnit" -> careUnit = readCareUnit(in);
                default -> in.skip();
            }
        }
        return new Resource(
                new ResourceType(required(type, "resourceType")),
                Optional.ofNullable(patient),
                required(careProvider, "resource/careProvider"),
                Optional.ofNullable(careUnit));
    }

    private static Patient readPatient(ElementReader in) throws XMLStreamException {
        PersonIdentity id = null;
        String name = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "patientId" -> id = readPerson(in);
                case "patientName" -> name = in.text();
                default -> in.skip();
            }
        }
        return new Patient(required(id, "patientId"), Optional.ofNullable(name));
    }

    /** Reads {@code CareProviderType}. */
    public static CareProvider readCareProvider(ElementReader in) throws XMLStreamException {
        HsaId id = null;
        String name = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "careProviderId" -> id = hsaId(in, "careProviderId");
                case "careProviderName" -> name = in.text();
                default -> in.skip();
            }
        }
        return new CareProvider(required(id, "careProviderId"), Optional.ofNullable(name));
    }

    private static CareUnit readCareUnit(ElementReader in) throws XMLStreamException {
        HsaId id = null;
        String name = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "careUnitId" -> id = hsaId(in, "careUnitId");
                case "careUnitName" -> name = in.text();
                default -> in.skip();
            }
        }
        return new CareUnit(required(id, "careUnitId"), Optional.ofNullable(name));
    }

    /** Reads an {@code IIType}; a missing root is kept as an empty one. */
    public static PersonIdentity readPerson(ElementReader in) throws XMLStreamException {
        String root = "";
        String extension = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "root" -> root = in.token();
                case "extension" -> extension = in.token();
                default -> in.skip();
            }
        }
        return new PersonIdentity(root, Optional.ofNullable(extension));
    }

    /** The current element as an HSA-id that the contract requires. */
    public static HsaId hsaId(ElementReader in, String element) throws XMLStreamException {
        return HsaId.tryParse(in.token())
                .orElseThrow(() -> new XMLStreamException(element + " is not an HSA-id"));
    }

    /** The value of an element that the contract requires. */
    public static <T> T required(@Nullable T value, String element) throws XMLStreamException {
        if (value == null) {
            throw new XMLStreamException(element + " is missing");
        }
        return value;
    }
}
