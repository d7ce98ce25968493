package se.ehealthsdk.hsa.contract;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.SectorMembership;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitWithinSector;
import se.ehealthsdk.hsa.internal.organization.CareProvidersCodec;
import se.ehealthsdk.hsa.internal.organization.GetHealthCareProviderCodec;
import se.ehealthsdk.hsa.internal.organization.GetUnitCodec;
import se.ehealthsdk.hsa.internal.organization.HealthCareUnitCodec;
import se.ehealthsdk.hsa.internal.organization.HealthCareUnitListCodec;
import se.ehealthsdk.hsa.internal.organization.HealthCareUnitMembersCodec;
import se.ehealthsdk.hsa.internal.organization.IsUnitWithinSectorCodec;
import se.ehealthsdk.hsa.internal.organization.KeyRequestCodec;
import se.ehealthsdk.hsa.internal.organization.ListUnitsWithinSectorCodec;
import se.ehealthsdk.hsa.internal.organization.SectorMembershipCodec;
import se.ehealthsdk.hsa.internal.organization.UnitCodec;
import se.ehealthsdk.hsa.internal.organization.UnitsWithinSectorCodec;

/**
 * The contracts about units and care providers.
 *
 * <p>Source: {@code infrastructure:directory:organization}, releases 5.0 and 4.1. The number in a name is
 * the major version of the interaction.
 */
public final class OrganizationContracts {

    private static final String DOMAIN = "infrastructure:directory:organization";

    /** Everything about a unit, 5.0. No unit: not found, not visible, or not complete. */
    public static final RivtaContract<GetUnit, Optional<Unit>> GET_UNIT_5 =
            query("GetUnit", 5, new GetUnitCodec(), UnitCodec.V5);

    /** Everything about a unit, 4.1: as 5.0, without addresses in parts and types of school. */
    public static final RivtaContract<GetUnit, Optional<Unit>> GET_UNIT_4 =
            query("GetUnit", 4, new GetUnitCodec(), UnitCodec.V4);

    /** Which health care unit and provider a unit belongs to. */
    public static final RivtaContract<GetHealthCareUnit, Optional<HealthCareUnit>>
            GET_HEALTH_CARE_UNIT_2 =
                    query(
                            "GetHealthCareUnit",
                            2,
                            new KeyRequestCodec<>(
                                    "healthCareUnitMemberHsaId",
                                    GetHealthCareUnit::unit,
                                    GetHealthCareUnit::scope,
                                    GetHealthCareUnit::new),
                            HealthCareUnitCodec.PLAIN);

    /** Which health care unit and provider a unit belongs to, and the manager of the former. */
    public static final RivtaContract<GetHealthCareUnitIncludingManager, Optional<HealthCareUnit>>
            GET_HEALTH_CARE_UNIT_INCLUDING_MANAGER_2 =
                    query(
                            "GetHealthCareUnitIncludingManager",
                            2,
                            new KeyRequestCodec<>(
                                    "healthCareUnitMemberHsaId",
                                    GetHealthCareUnitIncludingManager::unit,
                                    GetHealthCareUnitIncludingManager::scope,
                                    GetHealthCareUnitIncludingManager::new),
                            HealthCareUnitCodec.INCLUDING_MANAGER);

    /**
     * Which units belong to a health care unit, 2.1. It is also 2.0, whose producers leave addresses in
     * parts out.
     */
    public static final RivtaContract<GetHealthCareUnitMembers, Optional<HealthCareUnitMembers>>
            GET_HEALTH_CARE_UNIT_MEMBERS_2 =
                    query(
                            "GetHealthCareUnitMembers",
                            2,
                            new KeyRequestCodec<>(
                                    "healthCareUnitHsaId",
                                    GetHealthCareUnitMembers::healthCareUnit,
                                    GetHealthCareUnitMembers::scope,
                                    GetHealthCareUnitMembers::new),
                            new HealthCareUnitMembersCodec());

    /** Which health care units a care provider has. */
    public static final RivtaContract<GetHealthCareUnitList, Optional<HealthCareUnitList>>
            GET_HEALTH_CARE_UNIT_LIST_2 =
                    query(
                            "GetHealthCareUnitList",
                            2,
                            new KeyRequestCodec<>(
                                    "healthCareProviderHsaId",
                                    GetHealthCareUnitList::provider,
                                    GetHealthCareUnitList::scope,
                                    GetHealthCareUnitList::new),
                            new HealthCareUnitListCodec());

    /** The care providers with an HSA-id or an organisation number. */
    public static final RivtaContract<GetHealthCareProvider, List<CareProvider>>
            GET_HEALTH_CARE_PROVIDER_1 =
                    query(
                            "GetHealthCareProvider",
                            1,
                            new GetHealthCareProviderCodec(),
                            new CareProvidersCodec());

    /** Whether a unit lies within any of some sectors. */
    public static final RivtaContract<IsUnitWithinSector, SectorMembership>
            IS_UNIT_WITHIN_SECTOR_1 =
                    query(
                            "IsUnitWithinSector",
                            1,
                            new IsUnitWithinSectorCodec(),
                            new SectorMembershipCodec());

    /** The units within some sectors. */
    public static final RivtaContract<ListUnitsWithinSector, List<UnitWithinSector>>
            LIST_UNITS_WITHIN_SECTOR_1 =
                    query(
                            "ListUnitsWithinSector",
                            1,
                            new ListUnitsWithinSectorCodec(),
                            new UnitsWithinSectorCodec());

    private OrganizationContracts() {}

    /** Every contract of this class. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(
                GET_UNIT_5,
                GET_UNIT_4,
                GET_HEALTH_CARE_UNIT_2,
                GET_HEALTH_CARE_UNIT_INCLUDING_MANAGER_2,
                GET_HEALTH_CARE_UNIT_MEMBERS_2,
                GET_HEALTH_CARE_UNIT_LIST_2,
                GET_HEALTH_CARE_PROVIDER_1,
                IS_UNIT_WITHIN_SECTOR_1,
                LIST_UNITS_WITHIN_SECTOR_1);
    }

    private static <Q, R> RivtaContract<Q, R> query(
            String interaction, int major, MessageCodec<Q> request, MessageCodec<R> response) {
        return RivtaContract.query(DOMAIN, interaction, major, request, response);
    }
}
