package se.ehealthsdk.hsa.internal.directory;

import static se.ehealthsdk.hsa.schema.DirectoryField.COMMISSION_MEMBERS;
import static se.ehealthsdk.hsa.schema.DirectoryField.COMMISSION_PURPOSE;
import static se.ehealthsdk.hsa.schema.DirectoryField.COMMISSION_RIGHTS;
import static se.ehealthsdk.hsa.schema.DirectoryField.COMMISSION_TITLE;
import static se.ehealthsdk.hsa.schema.DirectoryField.PHARMACY_IDENTIFIER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.schema.DirectoryField.Section;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/**
 * Makes records of entries by a schema. A value that cannot be read costs that value, and is told in the record; an
 * entry that nothing can be made of, as one without HSA-id, is told to {@code skipped} and gives empty. Safe for use
 * by many threads.
 */
public final class EntryReader {

    private final AttributePlan units;
    private final AttributePlan people;
    private final AttributePlan commissions;
    private final LicenceCodes licenceCodes;

    public EntryReader(DirectorySchema schema) {
        units = new AttributePlan(schema, Section.UNIT, schema.unitValues());
        people = new AttributePlan(schema, Section.PERSON, schema.personValues());
        commissions = new AttributePlan(schema, Section.COMMISSION, List.of());
        licenceCodes = new LicenceCodes(schema);
    }

    public Optional<UnitEntry> unit(RawEntry entry, Consumer<AttributeProblem> skipped) {
        EntryValues values = new EntryValues(units, entry);
        HsaId hsaId = values.identify(skipped);
        DistinguishedName place = hsaId == null ? null : values.place(skipped);
        return hsaId == null || place == null
                ? Optional.empty()
                : Optional.of(new UnitReading(values, hsaId, place).entry());
    }

    public Optional<PersonEntry> person(RawEntry entry, Consumer<AttributeProblem> skipped) {
        EntryValues values = new EntryValues(people, entry);
        HsaId hsaId = values.identify(skipped);
        DistinguishedName place = hsaId == null ? null : values.place(skipped);
        return hsaId == null || place == null
                ? Optional.empty()
                : Optional.of(new PersonReading(values, hsaId, place, licenceCodes).entry());
    }

    public Optional<CommissionEntry> commission(
            RawEntry entry, Consumer<AttributeProblem> skipped) {
        EntryValues values = new EntryValues(commissions, entry);
        HsaId hsaId = values.identify(skipped);
        DistinguishedName place = hsaId == null ? null : values.place(skipped);
        return hsaId == null || place == null
                ? Optional.empty()
                : Optional.of(commission(values, hsaId, place));
    }

    private static CommissionEntry commission(
            EntryValues values, HsaId hsaId, DistinguishedName place) {
        Set<EntryMark> marks = values.marks();
        Optional<CommissionPurpose> purpose =
                values.text(COMMISSION_PURPOSE).map(CommissionPurpose::of);
        String title = values.text(COMMISSION_TITLE).orElse("");
        List<CommissionRight> rights = values.all(COMMISSION_RIGHTS, CommissionRight.class);
        List<CommissionMember> members = values.all(COMMISSION_MEMBERS, CommissionMember.class);
        Optional<String> pharmacy = values.text(PHARMACY_IDENTIFIER);
        return new CommissionEntry(
                place, hsaId, title, purpose, rights, members, pharmacy, marks, values.problems());
    }

    /** The attributes to ask a directory for, so that these records can be made. */
    public List<String> unitAttributes() {
        return units.attributes();
    }

    public List<String> personAttributes() {
        return people.attributes();
    }

    public List<String> commissionAttributes() {
        return commissions.attributes();
    }
}
