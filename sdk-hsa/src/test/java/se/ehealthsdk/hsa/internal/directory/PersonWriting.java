package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/** A person's post as an entry. */
final class PersonWriting {

    private final DirectorySchema schema;
    private final PersonEntry entry;
    private final Employee employee;
    private final Credentials credentials;
    private final EntryDraft draft;

    PersonWriting(DirectorySchema schema, PersonEntry entry) {
        this.schema = schema;
        this.entry = entry;
        this.employee = entry.employee();
        this.credentials = entry.credentials();
        this.draft = new EntryDraft(schema);
    }

    RawEntry entry() {
        requireOnePerson();
        requireWhatADirectoryHas();
        draft.is(DirectoryClass.PERSON);
        draft.put(DirectoryField.HSA_ID, List.of(employee.hsaId()));
        draft.put(DirectoryField.GIVEN_NAME, employee.givenName());
        draft.putText(DirectoryField.SURNAME, employee.middleAndSurname());
        draft.put(DirectoryField.NICK_NAME, employee.nickName());
        draft.put(DirectoryField.PERSONAL_IDENTITY, credentials.personalIdentity());
        contact();
        draft.put(DirectoryField.PERSON_DESCRIPTION, employee.description());
        titles();
        draft.put(DirectoryField.OCCUPATIONAL_CODES, credentials.occupationalCodes());
        draft.put(DirectoryField.HOSP_IDENTITY_NUMBER, credentials.hospIdentityNumber());
        draft.put(
                DirectoryField.PERSONAL_PRESCRIPTION_CODE, credentials.personalPrescriptionCode());
        draft.put(DirectoryField.GROUP_PRESCRIPTION_CODES, credentials.groupPrescriptionCodes());
        draft.put(DirectoryField.NURSE_RIGHTS, credentials.nursePrescriptionRights());
        draft.put(DirectoryField.SYSTEM_ROLES, credentials.systemRoles());
        draft.validity(employee.validity());
        draft.marks(entry.marks());
        draft.put(DirectoryField.CHANGED, entry.changed());
        draft.additional(schema.personValues(), entry.additional());
        return draft.entry(entry.name());
    }

    private void requireOnePerson() {
        EntryDraft.requireSame("hsaId", employee.hsaId(), credentials.hsaId());
        EntryDraft.requireSame("givenName", employee.givenName(), credentials.givenName());
        EntryDraft.requireSame(
                "middleAndSurname", employee.middleAndSurname(), credentials.middleAndSurname());
        EntryDraft.requireSame("licences", employee.licences(), credentials.licences());
        EntryDraft.requireSame("specialities", employee.specialities(), credentials.specialities());
        boolean isProtected = entry.marks().contains(EntryMark.PROTECTED);
        EntryDraft.requireSame("protectedPerson", employee.protectedPerson(), isProtected);
        EntryDraft.requireSame("protectedPerson", credentials.protectedPerson(), isProtected);
        boolean feigned = entry.marks().contains(EntryMark.FEIGNED);
        EntryDraft.requireSame("feigned", employee.feigned(), feigned);
        EntryDraft.requireSame("feigned", credentials.feigned(), feigned);
        EntryDraft.requireSame(
                "distinguishedName", employee.distinguishedName(), entry.name().toString());
    }

    private void requireWhatADirectoryHas() {
        if (employee.age().isPresent() || employee.gender().isPresent()) {
            throw EntryDraft.cannotCarry(
                    "age and gender",
                    "are not in the directory",
                    "none: they follow from the personal identity number");
        }
        if (!credentials.commissions().isEmpty()) {
            throw EntryDraft.cannotCarry(
                    "commissions", "are entries of their own", "an entry for each commission");
        }
        if (employee.postalAddress().flatMap(PostalAddress::postalCode).isPresent()) {
            throw EntryDraft.cannotCarry(
                    "person.postalCode",
                    "is not told of people",
                    "the code in the address's lines");
        }
    }

    private void contact() {
        draft.put(DirectoryField.PERSON_MAIL, employee.mail());
        draft.put(DirectoryField.PERSON_TELEPHONES, employee.telephoneNumbers());
        draft.put(DirectoryField.PERSON_SWITCHBOARD, employee.switchboardNumber());
        draft.put(
                DirectoryField.PERSON_NON_PUBLIC_TELEPHONES, employee.nonPublicTelephoneNumbers());
        draft.put(DirectoryField.MOBILES, employee.mobileNumbers());
        draft.put(DirectoryField.PERSON_FAX, employee.faxNumbers());
        draft.put(DirectoryField.PERSON_TELEPHONE_HOURS, employee.telephoneHours());
        EntryWriter.address(
                draft,
                employee.postalAddress(),
                DirectoryField.PERSON_POSTAL_ADDRESS,
                DirectoryField.PERSON_POSTAL_PARTS);
    }

    private void titles() {
        draft.put(DirectoryField.TITLE, employee.title());
        draft.put(DirectoryField.LICENCES, employee.licences());
        draft.put(DirectoryField.LICENCE_SPECIALITIES, licencesAndSpecialities());
        List<String> names =
                employee.paTitles().stream().flatMap(each -> each.name().stream()).toList();
        EntryDraft.requirePairs(
                DirectoryField.PA_TITLE_CODES,
                employee.paTitles(),
                NamesAndCodes.pair(names, credentials.paTitleCodes(), PaTitle::new));
        draft.put(DirectoryField.PA_TITLE_NAMES, names);
        draft.put(DirectoryField.PA_TITLE_CODES, credentials.paTitleCodes());
        draft.put(DirectoryField.SPECIALITY_NAMES, employee.specialityNames());
        draft.put(DirectoryField.SPECIALITY_CODES, employee.specialityCodes());
    }

    /** The specialities, and before them the codes of licences that neither they nor the names tell. */
    private List<Speciality> licencesAndSpecialities() {
        LicenceCodes codes = new LicenceCodes(schema);
        List<Speciality> specialities = employee.specialities();
        if (specialities.stream().anyMatch(LicenceCodes::isLicenceAlone)) {
            throw EntryDraft.cannotCarry(
                    "specialities", "has one without code and name", "a code or a name");
        }
        List<String> wanted = credentials.licenceCodes();
        List<Speciality> written = specialities;
        if (!codes.of(employee.licences(), written).equals(wanted)) {
            List<String> told = codes.of(employee.licences(), List.of());
            written = new ArrayList<>();
            for (String code : wanted) {
                if (!told.contains(code)) {
                    written.add(new Speciality(code, "", ""));
                }
            }
            written.addAll(specialities);
        }
        EntryDraft.requireSame("licenceCodes", codes.of(employee.licences(), written), wanted);
        return written;
    }
}
