package se.ehealthsdk.hsa.ldap;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.hsa.directory.CommissionEntry;
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
                new Kind<>(terms.isUnit(), terms::isUnit, reader.unitAttributes(), reader::unit);
        var people =
                new Kind<>(
                        terms.isPerson(),
                        terms::isPerson,
                        reader.personAttributes(),
                        reader::person);
        var commissions =
                new Kind<>(
                        terms.isCommission(),
                        terms::isCommission,
                        reader.commissionAttributes(),
                        reader::commission);
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
}
