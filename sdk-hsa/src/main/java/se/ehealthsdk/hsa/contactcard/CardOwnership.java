package se.ehealthsdk.hsa.contactcard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import se.ehealthsdk.hsa.Unit;

/**
 * Who owns which attribute of a unit, and who mends it. Immutable; each {@code with} gives another.
 *
 * <p>Without more the unit owns all, and the region the name of a vaccination clinic, which follows the region's naming
 * standard. Which other texts a region keeps the same for all its clinics, and by which form a change is ordered, differs
 * and is said here.
 *
 * <p>Source: Region Stockholm, IT guide for vaccination clinics, 2021-06-07: routes and Om oss are the vaccinator's, name
 * and texts that are the same for all are HSF's.
 */
public final class CardOwnership {

    private static final CardOwnership STANDARD = new CardOwnership(Map.of(), Map.of());

    private final Map<String, CardOwner> owners;
    private final Map<CardOwner, String> menders;

    private CardOwnership(Map<String, CardOwner> owners, Map<CardOwner, String> menders) {
        this.owners = Map.copyOf(owners);
        this.menders = Map.copyOf(menders);
    }

    /** As told above. */
    public static CardOwnership standard() {
        return STANDARD;
    }

    /**
     * With another owner of an attribute.
     *
     * @param attribute as HSA names it, for example {@code hsaVpwInformation4}
     */
    public CardOwnership with(String attribute, CardOwner owner) {
        Map<String, CardOwner> changed = new HashMap<>(owners);
        changed.put(attribute, owner);
        return new CardOwnership(changed, menders);
    }

    /**
     * With other words for who mends.
     *
     * @param mender for example {@code the EK administrator, by form to the service desk}
     */
    public CardOwnership with(CardOwner owner, String mender) {
        Map<CardOwner, String> changed = new EnumMap<>(CardOwner.class);
        changed.putAll(menders);
        changed.put(owner, mender);
        return new CardOwnership(owners, changed);
    }

    /** Who owns an attribute of a unit. */
    public CardOwner ownerOf(String attribute, Unit unit) {
        CardOwner said = owners.get(attribute);
        if (said != null) {
            return said;
        }
        boolean standardName =
                attribute.equals(CardTopic.NAME.attribute())
                        && VaccinationClinicName.looksLike(unit.name());
        return standardName ? CardOwner.REGION : CardOwner.UNIT;
    }

    /** Who mends an attribute of a unit. */
    public String menderOf(String attribute, Unit unit) {
        CardOwner owner = ownerOf(attribute, unit);
        return menders.getOrDefault(owner, owner.mender());
    }
}
