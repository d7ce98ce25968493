package se.ehealthsdk.audit.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.audit.contract.PatientAccess;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/** Makes rows of what the sources tell, with names filled in and the policy applied. */
final class ExtractRows {

    private final PersonId patient;
    private final DisclosurePolicy policy;
    private final NameLookup lookup;
    private final Map<HsaId, Optional<String>> names = new HashMap<>();

    /**
     * @param careProvider who hands the extract out, whose name is known
     */
    ExtractRows(
            PersonId patient,
            CareProvider careProvider,
            DisclosurePolicy policy,
            NameLookup lookup) {
        this.patient = patient;
        this.policy = policy;
        this.lookup = lookup;
        if (careProvider.name().isPresent()) {
            names.put(careProvider.id(), careProvider.name());
        }
    }

    /** The row of a record; empty when it is not about the patient. */
    Optional<ExtractRow> of(AccessRecord record, boolean timeExact) {
        HsaId userProvider = record.user().careProvider().id();
        List<ExtractRow.Data> data =
                record.resources().stream()
                        .filter(this::isAboutPatient)
                        .map(resource -> data(resource, userProvider))
                        .distinct()
                        .toList();
        if (data.isEmpty()) {
            return Optional.empty();
        }
        AccessRecord.User user = record.user();
        return Optional.of(
                new ExtractRow(
                        record.activity().start(),
                        timeExact,
                        named(user.careProvider()),
                        named(user.careUnit()),
                        Optional.of(record.activity().type()),
                        data,
                        record.activity().purpose(),
                        user(user.id(), user.name(), user.title())));
    }

    ExtractRow of(PatientAccess row) {
        return new ExtractRow(
                row.time(),
                false,
                named(row.careProvider()),
                named(row.careUnit()),
                Optional.empty(),
                List.of(new ExtractRow.Data(row.resourceType(), Optional.empty())),
                row.purpose(),
                user(row.user(), row.userName(), row.userTitle()));
    }

    boolean isAboutPatient(AccessRecord record) {
        return record.resources().stream().anyMatch(this::isAboutPatient);
    }

    /** Whether it is not known to be about the patient only because an identity in it cannot be read. */
    boolean mayBeAboutPatient(AccessRecord record) {
        return !isAboutPatient(record)
                && record.resources().stream()
                        .flatMap(resource -> resource.patient().stream())
                        .map(AccessRecord.Patient::id)
                        .filter(id -> id.personId().isEmpty())
                        .anyMatch(id -> id.root().isEmpty() || id.root().equals(patient.oid()));
    }

    private boolean isAboutPatient(Resource resource) {
        return resource.patient()
                .map(AccessRecord.Patient::id)
                .flatMap(PersonIdentity::personId)
                .filter(patient::equals)
                .isPresent();
    }

    private ExtractRow.Data data(Resource resource, HsaId userProvider) {
        CareProvider owner = resource.careProvider();
        return new ExtractRow.Data(
                resource.type(),
                owner.id().equals(userProvider) ? Optional.empty() : Optional.of(named(owner)));
    }

    private ExtractRow.User user(HsaId id, Optional<String> name, Optional<String> title) {
        boolean tellsName = policy.tells(UserDetail.NAME, id);
        boolean tellsTitle = policy.tells(UserDetail.TITLE, id);
        boolean tellsId = policy.tells(UserDetail.HSA_ID, id);
        return new ExtractRow.User(
                !tellsName && !tellsTitle && !tellsId,
                tellsName ? name.or(() -> name(id)) : Optional.empty(),
                tellsTitle ? title : Optional.empty(),
                tellsId ? Optional.of(id) : Optional.empty());
    }

    private CareProvider named(CareProvider provider) {
        return new CareProvider(provider.id(), provider.name().or(() -> name(provider.id())));
    }

    private CareUnit named(CareUnit unit) {
        return new CareUnit(unit.id(), unit.name().or(() -> name(unit.id())));
    }

    private Optional<String> name(HsaId id) {
        return names.computeIfAbsent(id, lookup::name);
    }
}
