package se.ehealthsdk.hsa.internal.directory;

import static se.ehealthsdk.hsa.schema.DirectoryField.CHANGED;
import static se.ehealthsdk.hsa.schema.DirectoryField.GIVEN_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.GROUP_PRESCRIPTION_CODES;
import static se.ehealthsdk.hsa.schema.DirectoryField.HOSP_IDENTITY_NUMBER;
import static se.ehealthsdk.hsa.schema.DirectoryField.LICENCES;
import static se.ehealthsdk.hsa.schema.DirectoryField.LICENCE_SPECIALITIES;
import static se.ehealthsdk.hsa.schema.DirectoryField.MIDDLE_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.MOBILES;
import static se.ehealthsdk.hsa.schema.DirectoryField.NICK_NAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.NURSE_RIGHTS;
import static se.ehealthsdk.hsa.schema.DirectoryField.OCCUPATIONAL_CODES;
import static se.ehealthsdk.hsa.schema.DirectoryField.PA_TITLE_CODES;
import static se.ehealthsdk.hsa.schema.DirectoryField.PA_TITLE_NAMES;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSONAL_IDENTITY;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSONAL_PRESCRIPTION_CODE;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_DESCRIPTION;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_FAX;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_MAIL;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_NON_PUBLIC_TELEPHONES;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_POSTAL_ADDRESS;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_POSTAL_PARTS;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_SWITCHBOARD;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_TELEPHONES;
import static se.ehealthsdk.hsa.schema.DirectoryField.PERSON_TELEPHONE_HOURS;
import static se.ehealthsdk.hsa.schema.DirectoryField.SPECIALITY_CODES;
import static se.ehealthsdk.hsa.schema.DirectoryField.SPECIALITY_NAMES;
import static se.ehealthsdk.hsa.schema.DirectoryField.SURNAME;
import static se.ehealthsdk.hsa.schema.DirectoryField.SYSTEM_ROLES;
import static se.ehealthsdk.hsa.schema.DirectoryField.TITLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;

/** A person's post, made of the values of its entry. */
final class PersonReading {

    private final EntryValues values;
    private final HsaId hsaId;
    private final DistinguishedName place;
    private final LicenceCodes codes;

    PersonReading(EntryValues values, HsaId hsaId, DistinguishedName place, LicenceCodes codes) {
        this.values = values;
        this.hsaId = hsaId;
        this.place = place;
        this.codes = codes;
    }

    PersonEntry entry() {
        Set<EntryMark> marks = values.marks();
        boolean isProtected = marks.contains(EntryMark.PROTECTED);
        boolean feigned = marks.contains(EntryMark.FEIGNED);
        Optional<String> givenName = values.text(GIVEN_NAME);
        String surname = surname();
        List<String> licences = values.texts(LICENCES);
        List<String> titleCodes = values.texts(PA_TITLE_CODES);
        List<Speciality> written = values.all(LICENCE_SPECIALITIES, Speciality.class);
        List<Speciality> specialities = withoutLicencesAlone(written);
        Optional<PostalAddress> address =
                Addresses.read(
                        values, PERSON_POSTAL_ADDRESS, PERSON_POSTAL_PARTS, Optional.empty());
        Validity validity = values.validity();

        Employee employee =
                new Employee(
                        hsaId,
                        givenName,
                        surname,
                        values.text(NICK_NAME),
                        values.text(PERSON_MAIL),
                        values.texts(PERSON_TELEPHONES),
                        values.text(PERSON_SWITCHBOARD),
                        values.texts(PERSON_NON_PUBLIC_TELEPHONES),
                        values.texts(MOBILES),
                        values.texts(PERSON_FAX),
                        values.all(PERSON_TELEPHONE_HOURS, OpeningHours.class),
                        address,
                        values.text(PERSON_DESCRIPTION),
                        values.text(TITLE),
                        licences,
                        NamesAndCodes.pair(values.texts(PA_TITLE_NAMES), titleCodes, PaTitle::new),
                        values.texts(SPECIALITY_NAMES),
                        values.texts(SPECIALITY_CODES),
                        specialities,
                        place.toString(),
                        isProtected,
                        validity,
                        feigned,
                        OptionalInt.empty(),
                        Optional.empty());
        Credentials credentials =
                new Credentials(
                        hsaId,
                        givenName,
                        surname,
                        values.one(PERSONAL_IDENTITY, PersonalIdentity.class),
                        licences,
                        codes.of(licences, written),
                        specialities,
                        values.texts(OCCUPATIONAL_CODES),
                        values.text(HOSP_IDENTITY_NUMBER),
                        values.text(PERSONAL_PRESCRIPTION_CODE),
                        values.texts(GROUP_PRESCRIPTION_CODES),
                        values.all(NURSE_RIGHTS, NursePrescriptionRight.class),
                        values.all(SYSTEM_ROLES, SystemRole.class),
                        titleCodes,
                        isProtected,
                        List.of(),
                        feigned);
        Optional<Instant> changed = values.one(CHANGED, Instant.class);
        return new PersonEntry(
                place,
                employee,
                credentials,
                marks,
                changed,
                values.additional(),
                values.problems());
    }

    private String surname() {
        String last = values.text(SURNAME).orElse("");
        return values.text(MIDDLE_NAME).map(middle -> (middle + " " + last).strip()).orElse(last);
    }

    private static List<Speciality> withoutLicencesAlone(List<Speciality> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<Speciality> specialities = new ArrayList<>(written.size());
        for (Speciality each : written) {
            if (!LicenceCodes.isLicenceAlone(each)) {
                specialities.add(each);
            }
        }
        return specialities;
    }
}
