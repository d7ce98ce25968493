package se.ehealthsdk.hsa.ldap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.internal.directory.EntryReader;
import se.ehealthsdk.hsa.internal.ldap.SearchTerms;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/**
 * The kinds of entries of a directory.
 *
 * @param units organisations, units and functions, with all that is known
 * @param listedUnits the same without pictures
 * @param people people without personal identity numbers
 * @param identifiedPeople people with them
 * @param commissions commissions
 * @param pictures the attributes that tell the first two kinds apart
 */
record Kinds(
        Kind<UnitEntry> units,
        Kind<UnitEntry> listedUnits,
        Kind<PersonEntry> people,
        Kind<PersonEntry> identifiedPeople,
        Kind<CommissionEntry> commissions,
        List<String> pictures) {

    Kinds {
        pictures = List.copyOf(pictures);
    }

    static Kinds of(DirectorySchema schema, SearchTerms terms) {
        EntryReader reader = new EntryReader(schema);
        var units =
                new Kind<>(
                        terms.isUnit(),
                        terms::isUnit,
                        reader.unitAttributes(),
                        reader::unit,
                        new OfUnit());
        var people =
                new Kind<>(
                        terms.isPerson(),
                        terms::isPerson,
                        reader.personAttributes(),
                        reader::person,
                        new OfPerson());
        var commissions =
                new Kind<>(
                        terms.isCommission(),
                        terms::isCommission,
                        reader.commissionAttributes(),
                        reader::commission,
                        new OfCommission());
        List<String> pictures = new ArrayList<>(schema.attributes(DirectoryField.PHOTO));
        pictures.addAll(schema.attributes(DirectoryField.LOGOTYPE));
        return new Kinds(
                units,
                units.without(pictures),
                people.without(schema.attributes(DirectoryField.PERSONAL_IDENTITY))
                        .told(Told::withoutIdentity),
                people,
                commissions,
                pictures);
    }

    private static final class OfUnit implements Kind.Facts<UnitEntry> {
        @Override
        public HsaId hsaId(UnitEntry entry) {
            return entry.hsaId();
        }

        @Override
        public DistinguishedName name(UnitEntry entry) {
            return entry.name();
        }

        @Override
        public Set<EntryMark> marks(UnitEntry entry) {
            return entry.marks();
        }

        @Override
        public List<AttributeProblem> problems(UnitEntry entry) {
            return entry.problems();
        }
    }

    private static final class OfPerson implements Kind.Facts<PersonEntry> {
        @Override
        public HsaId hsaId(PersonEntry entry) {
            return entry.hsaId();
        }

        @Override
        public DistinguishedName name(PersonEntry entry) {
            return entry.name();
        }

        @Override
        public Set<EntryMark> marks(PersonEntry entry) {
            return entry.marks();
        }

        @Override
        public List<AttributeProblem> problems(PersonEntry entry) {
            return entry.problems();
        }
    }

    private static final class OfCommission implements Kind.Facts<CommissionEntry> {
        @Override
        public HsaId hsaId(CommissionEntry entry) {
            return entry.hsaId();
        }

        @Override
        public DistinguishedName name(CommissionEntry entry) {
            return entry.name();
        }

        @Override
        public Set<EntryMark> marks(CommissionEntry entry) {
            return entry.marks();
        }

        @Override
        public List<AttributeProblem> problems(CommissionEntry entry) {
            return entry.problems();
        }
    }
}
