package se.ehealthsdk.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.LoggingSystem;
import se.ehealthsdk.audit.AccessRecord.Patient;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.internal.RecordRules;
import se.ehealthsdk.audit.internal.TimeOrderedIds;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * Collects what a record says. Not for use by more than one thread.
 *
 * <p>Required: {@link #by the user}, {@link #in the system}, what kind of data ({@link
 * #resource(ResourceType)}) and of whom ({@link #patient(PersonId)} or {@link #withoutPatient}). The purpose
 * comes from the user's commission, the owner of the data is the user's own care provider and unit, the time
 * is now, unless they are set.
 *
 * <p>The names of user and patient are left out unless {@link #withNames} says otherwise: the identities
 * tell who they are, and a log need not hold more (GDPR article 5.1 c).
 */
public final class AccessRecordBuilder {

    private final ActivityType activity;
    private final List<Patient> patients = new ArrayList<>(1);
    private final List<ResourceType> types = new ArrayList<>(1);
    private final List<Resource> resources = new ArrayList<>(0);
    private boolean withoutPatient;
    private boolean withNames;
    private @Nullable ActingUser user;
    private @Nullable PersonIdentity userPersonId;
    private @Nullable LoggingSystem system;
    private @Nullable CareUnit careUnit;
    private @Nullable Owner owner;
    private @Nullable Purpose purpose;
    private @Nullable Instant start;
    private @Nullable String logId;
    private Optional<String> level = Optional.empty();
    private Optional<String> arguments = Optional.empty();
    private Clock clock = Clock.systemUTC();

    private record Owner(CareProvider careProvider, Optional<CareUnit> careUnit) {}

    AccessRecordBuilder(ActivityType activity) {
        this.activity = activity;
    }

    /** Who did it, in which commission, at which unit; required. */
    public AccessRecordBuilder by(ActingUser who) {
        this.user = who;
        return this;
    }

    /** The user's own identity number, which a record can do without; left out unless set. */
    public AccessRecordBuilder userPersonId(PersonId ofTheUser) {
        this.userPersonId = PersonIdentity.of(ofTheUser);
        return this;
    }

    /** The system in which it was done; required. */
    public AccessRecordBuilder in(LoggingSystem where) {
        this.system = where;
        return this;
    }

    /** As {@link #in(LoggingSystem)}, without a name. */
    public AccessRecordBuilder in(HsaId where) {
        return in(LoggingSystem.of(where));
    }

    /** One more patient: each has a resource of its own in the record. */
    public AccessRecordBuilder patient(PersonId patient) {
        patients.add(Patient.of(patient));
        return this;
    }

    /** One more patient, whose name is kept only {@link #withNames}. */
    public AccessRecordBuilder patient(PersonId patient, String name) {
        patients.add(new Patient(PersonIdentity.of(patient), Optional.of(name)));
        return this;
    }

    /** More patients. */
    public AccessRecordBuilder patients(Collection<? extends PersonId> more) {
        more.forEach(this::patient);
        return this;
    }

    /** Says that it was done with data that are about no single patient, such as a report. */
    public AccessRecordBuilder withoutPatient() {
        this.withoutPatient = true;
        return this;
    }

    /** With what kind of data; called more than once, each patient has one resource of each kind. */
    public AccessRecordBuilder resource(ResourceType type) {
        types.add(type);
        return this;
    }

    /** One more resource as it is, with an owner of its own, beside those of patients and kinds. */
    public AccessRecordBuilder resource(Resource complete) {
        resources.add(complete);
        return this;
    }

    /** Another owner of the data than the user's care provider, without a unit. */
    public AccessRecordBuilder ownedBy(CareProvider provider) {
        this.owner = new Owner(provider, Optional.empty());
        return this;
    }

    /** Another owner of the data than the user's care provider and unit. */
    public AccessRecordBuilder ownedBy(CareProvider provider, CareUnit unit) {
        this.owner = new Owner(provider, Optional.of(unit));
        return this;
    }

    /** The unit at which the user acts, where {@link ActingUser#careUnit()} is empty or another. */
    public AccessRecordBuilder atCareUnit(CareUnit unit) {
        this.careUnit = unit;
        return this;
    }

    /** As {@link #atCareUnit(CareUnit)}, without a name. */
    public AccessRecordBuilder atCareUnit(HsaId unit) {
        return atCareUnit(CareUnit.of(unit));
    }

    /** At what level, often the id of the document; 256 characters at most. */
    public AccessRecordBuilder level(String text) {
        this.level = Optional.of(text);
        return this;
    }

    /** What else there is to say, for example the parameters of a report; 8192 characters at most. */
    public AccessRecordBuilder arguments(String text) {
        this.arguments = Optional.of(text);
        return this;
    }

    /** Why; that of the user's commission unless set. */
    public AccessRecordBuilder purpose(Purpose why) {
        this.purpose = why;
        return this;
    }

    /** When it began; now unless set. */
    public AccessRecordBuilder at(Instant time) {
        this.start = time;
        return this;
    }

    /** What time it is now; the system's clock unless set. */
    public AccessRecordBuilder clock(Clock time) {
        this.clock = time;
        return this;
    }

    /** Keeps the names of user and patients, where the care provider has decided that the log holds them. */
    public AccessRecordBuilder withNames() {
        this.withNames = true;
        return this;
    }

    /**
     * The identity of the record, where something else has made it; a new UUID (version 7) unless set. Never
     * use one twice.
     */
    public AccessRecordBuilder logId(String id) {
        this.logId = id;
        return this;
    }

    /**
     * The record.
     *
     * @throws InvalidInputException if something required is missing, or is not what the contract allows;
     *     the field is named as in the contract
     */
    public AccessRecord build() {
        return record(logId == null ? TimeOrderedIds.next() : logId, allResources());
    }

    /**
     * One record for each resource, as Inera's own systems send them, in the place of one record with all.
     *
     * @throws InvalidInputException as {@link #build}; or if a log id was set, which only one can have
     */
    public List<AccessRecord> buildEach() {
        if (logId != null) {
            throw new InvalidInputException(
                    "logId", "is set for more than one record", "no logId(...) with buildEach()");
        }
        return allResources().stream()
                .map(resource -> record(TimeOrderedIds.next(), List.of(resource)))
                .toList();
    }

    private AccessRecord record(String id, List<Resource> of) {
        if (system == null) {
            throw missing("system/systemId", "the system that logs: in(...)");
        }
        AccessRecord record =
                new AccessRecord(
                        id,
                        system,
                        new AccessRecord.Activity(
                                activity,
                                level,
                                arguments,
                                start == null ? clock.instant() : start,
                                purpose == null ? purposeOf(required(user)) : purpose),
                        userOf(required(user)),
                        of);
        RecordRules.check(record);
        return record;
    }

    private List<Resource> allResources() {
        if (types.isEmpty() && resources.isEmpty()) {
            throw missing("resources/resource/resourceType", "what kind of data: resource(...)");
        }
        if (!types.isEmpty() && patients.isEmpty() && !withoutPatient) {
            throw missing(
                    "resources/resource/patient",
                    "whose data: patient(...), or withoutPatient() for data about no single patient");
        }
        if (withoutPatient && !patients.isEmpty()) {
            throw new InvalidInputException(
                    "resources/resource/patient",
                    "is both set and said to be none",
                    "patient(...) or withoutPatient(), not both");
        }
        if (types.isEmpty() && !patients.isEmpty()) {
            throw missing("resources/resource/resourceType", "what kind of data: resource(...)");
        }
        List<Resource> all = new ArrayList<>();
        for (ResourceType type : types) {
            if (patients.isEmpty()) {
                all.add(resourceOf(type, Optional.empty()));
            }
            patients.forEach(patient -> all.add(resourceOf(type, Optional.of(named(patient)))));
        }
        for (Resource each : resources) {
            all.add(
                    new Resource(
                            each.type(),
                            each.patient().map(this::named),
                            each.careProvider(),
                            each.careUnit()));
        }
        return all;
    }

    private Resource resourceOf(ResourceType type, Optional<Patient> patient) {
        Owner of = owner == null ? ownOrganisation(required(user)) : owner;
        return new Resource(type, patient, of.careProvider, of.careUnit);
    }

    private Owner ownOrganisation(ActingUser who) {
        return new Owner(careProviderOf(who), Optional.of(careUnitOf(who)));
    }

    private Patient named(Patient patient) {
        return withNames ? patient : new Patient(patient.id(), Optional.empty());
    }

    private AccessRecord.User userOf(ActingUser who) {
        return new AccessRecord.User(
                who.employee(),
                withNames ? who.name() : Optional.empty(),
                Optional.ofNullable(userPersonId),
                who.commission().flatMap(ActingUser.Commission::name),
                who.title(),
                careProviderOf(who),
                careUnitOf(who));
    }

    private static CareProvider careProviderOf(ActingUser who) {
        return new CareProvider(who.careProvider().hsaId(), who.careProvider().name());
    }

    private CareUnit careUnitOf(ActingUser who) {
        if (careUnit != null) {
            return careUnit;
        }
        Supplier<InvalidInputException> none =
                () ->
                        missing(
                                "user/careUnit/careUnitId",
                                "the unit at which the user acts, which the commission does not have:"
                                        + " atCareUnit(...)");
        return who.careUnit()
                .map(unit -> new CareUnit(unit.hsaId(), unit.name()))
                .orElseThrow(none);
    }

    private static Purpose purposeOf(ActingUser who) {
        return who.commission()
                .map(ActingUser.Commission::purpose)
                .filter(text -> !text.isBlank())
                .map(Purpose::new)
                .orElseThrow(
                        () ->
                                missing(
                                        "activity/purpose",
                                        "why, for a user without commission: purpose(...)"));
    }

    private static ActingUser required(@Nullable ActingUser who) {
        if (who == null) {
            throw missing("user/userId", "who did it: by(...)");
        }
        return who;
    }

    private static InvalidInputException missing(String field, String expected) {
        return new InvalidInputException(field, "is missing", expected);
    }
}
