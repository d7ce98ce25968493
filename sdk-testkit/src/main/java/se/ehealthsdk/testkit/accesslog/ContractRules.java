package se.ehealthsdk.testkit.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * What the contract demands of each element: that it is there, that it is not too long, that a time is
 * one. Every method throws {@link NotAllowed} with the name of the element and no value.
 *
 * <p>Source: informationsecurity:auditing:log 2.0.
 *
 * @param zonesAllowed whether a time may carry a zone, which the contract does not say
 */
record ContractRules(boolean zonesAllowed) {

    private static final int ID = 36;
    private static final int HSA_ID = 32;
    private static final int TEXT = 256;
    private static final int ARGUMENTS = 8192;

    private static final Pattern LOCAL_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?");

    private static final Pattern ZONE = Pattern.compile(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");

    AccessRecord record(Part log) {
        return built(
                "log",
                () ->
                        new AccessRecord(
                                required(log, "logId", ID),
                                system(existing(log, "system")),
                                activity(existing(log, "activity")),
                                user(existing(log, "user")),
                                resources(existing(log, "resources"))));
    }

    private static LoggingSystem system(Part system) {
        return new LoggingSystem(hsaId(system, "systemId"), optional(system, "systemName", TEXT));
    }

    private Activity activity(Part activity) {
        return new Activity(
                new ActivityType(required(activity, "activityType", TEXT)),
                optional(activity, "activityLevel", TEXT),
                optional(activity, "activityArgs", ARGUMENTS),
                time(activity, "startDate"),
                new Purpose(required(activity, "purpose", TEXT)));
    }

    private static User user(Part user) {
        return new User(
                hsaId(user, "userId"),
                optional(user, "name", TEXT),
                optionalPerson(user, "personId"),
                optional(user, "assignment", TEXT),
                optional(user, "title", TEXT),
                careProvider(existing(user, "careProvider")),
                careUnit(existing(user, "careUnit")));
    }

    private static List<Resource> resources(Part resources) {
        List<Part> all = resources.all("resource");
        if (all.isEmpty()) {
            throw new NotAllowed("resource saknas");
        }
        return all.stream().map(ContractRules::resource).toList();
    }

    private static Resource resource(Part resource) {
        Part unit = resource.part("careUnit");
        Part patient = resource.part("patient");
        return new Resource(
                new ResourceType(required(resource, "resourceType", TEXT)),
                Optional.ofNullable(patient).map(ContractRules::patient),
                careProvider(existing(resource, "careProvider")),
                Optional.ofNullable(unit).map(ContractRules::careUnit));
    }

    private static Patient patient(Part patient) {
        return new Patient(
                optionalPerson(patient, "patientId")
                        .orElseThrow(() -> new NotAllowed("patientId saknas")),
                optional(patient, "patientName", TEXT));
    }

    private static CareProvider careProvider(Part provider) {
        return new CareProvider(
                hsaId(provider, "careProviderId"), optional(provider, "careProviderName", TEXT));
    }

    private static CareUnit careUnit(Part unit) {
        return new CareUnit(hsaId(unit, "careUnitId"), optional(unit, "careUnitName", TEXT));
    }

    static HsaId hsaId(Part parent, String name) {
        String text = required(parent, name, HSA_ID);
        return built(name, () -> HsaId.of(text));
    }

    static @Nullable HsaId optionalHsaId(Part parent, String name) {
        return parent.part(name) == null ? null : hsaId(parent, name);
    }

    /** A person's identity, whatever its kind: the contract checks no numbers. */
    static Optional<PersonIdentity> optionalPerson(Part parent, String name) {
        return Optional.ofNullable(parent.part(name))
                .map(
                        person ->
                                new PersonIdentity(
                                        required(person, "root", Integer.MAX_VALUE),
                                        optional(person, "extension", Integer.MAX_VALUE)));
    }

    Instant time(Part parent, String name) {
        String text = required(parent, name, Integer.MAX_VALUE);
        if (!zonesAllowed && !LOCAL_TIME.matcher(text).matches()) {
            throw ZONE.matcher(text).matches()
                    ? NotAllowed.zone(name + " är inte en lokal tid utan tidszon")
                    : new NotAllowed(name + " är inte en lokal tid");
        }
        return SwedishTime.parse(text).orElseThrow(() -> new NotAllowed(name + " är ingen tid"));
    }

    static @Nullable String optionalId(Part parent, String name) {
        return optional(parent, name, ID).orElse(null);
    }

    private static Part existing(Part parent, String name) {
        Part found = parent.part(name);
        if (found == null) {
            throw new NotAllowed(name + " saknas");
        }
        return found;
    }

    private static String required(Part parent, String name, int most) {
        String text = existing(parent, name).text();
        if (text.isBlank()) {
            throw new NotAllowed(name + " är tom");
        }
        return within(name, text, most);
    }

    private static Optional<String> optional(Part parent, String name, int most) {
        return Optional.ofNullable(parent.part(name)).map(part -> within(name, part.text(), most));
    }

    /** Characters as XML counts them, which are fewer than Java's when some are outside the BMP. */
    private static String within(String name, String text, int most) {
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
            throw new NotAllowed(name + " är längre än " + most + " tecken");
        }
        return text;
    }

    private static <T> T built(String name, Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidInputException invalid) {
            throw new NotAllowed(name + " går inte att tolka");
        }
    }
}
