package se.ehealthsdk.hsa.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.internal.directory.CareStructure;

/** Records cut down to what an answer tells. */
final class Told {

    private Told() {}

    /** An HSA-id alone does not say whether it is that of a protected person. */
    static UnitEntry withoutManager(UnitEntry entry) {
        CareRelations care = entry.care();
        if (care.manager().isEmpty()) {
            return entry;
        }
        return new UnitEntry(
                entry.name(),
                entry.kind(),
                entry.unit(),
                entry.marks(),
                entry.orgNo(),
                new CareRelations(
                        care.careProvider(),
                        care.careUnit(),
                        care.responsibleProvider(),
                        care.members(),
                        Optional.empty()),
                entry.workplaceCodes(),
                entry.changed(),
                entry.additional(),
                entry.problems());
    }

    /** An entry that could not be received with its pictures. */
    static UnitEntry withoutPictures(UnitEntry entry, List<String> pictures) {
        List<AttributeProblem> problems = new ArrayList<>(entry.problems());
        problems.add(
                new AttributeProblem(
                        Optional.of(entry.hsaId()),
                        String.join(", ", pictures),
                        "is left out: with it, what the server sends cannot be read, as a rule since it is"
                                + " larger than maximumMessageBytes",
                        "a picture of at most 50 kB"));
        return new UnitEntry(
                entry.name(),
                entry.kind(),
                entry.unit(),
                entry.marks(),
                entry.orgNo(),
                entry.care(),
                entry.workplaceCodes(),
                entry.changed(),
                entry.additional(),
                problems);
    }

    /** Without number, and without what follows from it: age and gender, which GetEmployee tells in a profile of its own. */
    static PersonEntry withoutIdentity(PersonEntry entry) {
        return new PersonEntry(
                entry.name(),
                plain(entry.employee()),
                credentials(entry.credentials(), Optional.empty(), List.of()),
                entry.marks(),
                entry.changed(),
                entry.additional(),
                entry.problems());
    }

    private static Employee plain(Employee whole) {
        if (whole.age().isEmpty() && whole.gender().isEmpty()) {
            return whole;
        }
        return new Employee(
                whole.hsaId(),
                whole.givenName(),
                whole.middleAndSurname(),
                whole.nickName(),
                whole.mail(),
                whole.telephoneNumbers(),
                whole.switchboardNumber(),
                whole.nonPublicTelephoneNumbers(),
                whole.mobileNumbers(),
                whole.faxNumbers(),
                whole.telephoneHours(),
                whole.postalAddress(),
                whole.description(),
                whole.title(),
                whole.licences(),
                whole.paTitles(),
                whole.specialityNames(),
                whole.specialityCodes(),
                whole.specialities(),
                whole.distinguishedName(),
                whole.protectedPerson(),
                whole.validity(),
                whole.feigned(),
                OptionalInt.empty(),
                Optional.empty());
    }

    static Credentials with(Credentials whole, List<Commission> commissions) {
        return credentials(whole, whole.personalIdentity(), commissions);
    }

    private static Credentials credentials(
            Credentials whole, Optional<PersonalIdentity> identity, List<Commission> commissions) {
        return new Credentials(
                whole.hsaId(),
                whole.givenName(),
                whole.middleAndSurname(),
                identity,
                whole.licences(),
                whole.licenceCodes(),
                whole.specialities(),
                whole.occupationalCodes(),
                whole.hospIdentityNumber(),
                whole.personalPrescriptionCode(),
                whole.groupPrescriptionCodes(),
                whole.nursePrescriptionRights(),
                whole.systemRoles(),
                whole.paTitleCodes(),
                whole.protectedPerson(),
                commissions,
                whole.feigned());
    }

    static CommissionEntry withMembers(CommissionEntry entry, Predicate<CommissionMember> known) {
        return new CommissionEntry(
                entry.name(),
                entry.hsaId(),
                entry.title(),
                entry.purpose(),
                entry.rights(),
                entry.members().stream().filter(known).toList(),
                entry.pharmacyIdentifier(),
                entry.marks(),
                entry.problems());
    }

    /** As GetCredentialsForPerson has it, which knows no public names. */
    static Commission commission(
            CommissionEntry entry, Optional<UnitEntry> careUnit, CareProvider provider) {
        return new Commission(
                entry.hsaId(),
                entry.title(),
                entry.purpose().orElseThrow(),
                entry.rights(),
                careUnit.map(UnitEntry::summary).map(Told::withoutPublicName),
                CareStructure.withoutPublicName(provider),
                entry.pharmacyIdentifier(),
                entry.marks().contains(EntryMark.FEIGNED));
    }

    private static UnitSummary withoutPublicName(UnitSummary unit) {
        return new UnitSummary(
                unit.hsaId(),
                unit.name(),
                Optional.empty(),
                unit.validity(),
                unit.feigned(),
                unit.archived());
    }
}
