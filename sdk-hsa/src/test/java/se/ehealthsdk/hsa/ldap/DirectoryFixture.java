package se.ehealthsdk.hsa.ldap;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import se.ehealthsdk.core.identifier.HsaId;

/** A small invented directory: a region with a care unit, its members, its people and their commissions. */
final class DirectoryFixture {

    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final HsaId PROVIDER = HsaId.of("TST-VG1");
    static final HsaId CARE_UNIT = HsaId.of("TST-VE1");
    static final HsaId MEMBER = HsaId.of("TST-EN1");
    static final HsaId DOCTOR = HsaId.of("TST-P1");

    static final String REGION_DN = "o=Region Påhitt,c=SE";
    static final String CARE_UNIT_DN = "ou=Ängen,ou=Primärvård," + REGION_DN;
    static final String MEMBER_DN = "ou=Barnavård," + CARE_UNIT_DN;
    static final String DOCTOR_DN = "cn=Åsa Lindgren," + CARE_UNIT_DN;
    static final String COMMISSION_DN = "cn=Vård," + CARE_UNIT_DN;

    private DirectoryFixture() {}

    static FakeSource source() {
        FakeSource source = new FakeSource();
        source.add(
                REGION_DN,
                "objectClass",
                "organization",
                "objectClass",
                "hsaHealthCareProvider",
                "hsaIdentity",
                "TST-VG1",
                "o",
                "Region Påhitt",
                "orgNo",
                "232100-0156");
        // sorts only: no HSA-id
        source.add(
                "ou=Primärvård," + REGION_DN,
                "objectClass",
                "organizationalUnit",
                "ou",
                "Primärvård");
        source.add(
                CARE_UNIT_DN,
                "objectClass",
                "organizationalUnit",
                "objectClass",
                "hsaHealthCareUnit",
                "hsaIdentity",
                "TST-VE1",
                "ou",
                "Ängen",
                "hsaResponsibleHealthCareProvider",
                "TST-VG1",
                "hsaHealthCareUnitMember",
                "TST-EN1",
                "hsaHealthCareUnitManager",
                "TST-P1",
                "careType",
                "01",
                "countyCode",
                "01",
                "municipalityCode",
                "80",
                "modifyTimestamp",
                "20260401120000Z");
        source.add(
                MEMBER_DN,
                "objectClass",
                "organizationalUnit",
                "hsaIdentity",
                "TST-EN1",
                "ou",
                "Barnavård",
                "unitPrescriptionCode",
                "0123456");
        source.add(
                DOCTOR_DN,
                "objectClass",
                "person",
                "objectClass",
                "HSAPersonExtension",
                "hsaIdentity",
                "TST-P1",
                "givenName",
                "Åsa",
                "sn",
                "Lindgren",
                "title",
                "Distriktsläkare",
                "hsaTitle",
                "Läkare",
                "personalIdentityNumber",
                "191212121212");
        source.add(
                COMMISSION_DN,
                "objectClass",
                "hsaCommission",
                "hsaIdentity",
                "TST-MU1",
                "cn",
                "Vård på Ängen",
                "hsaCommissionPurpose",
                "Vård och behandling",
                "hsaCommissionRight",
                "Läsa;alla;SJF",
                "hsaCommissionMember",
                "TST-P1;;");
        return source;
    }

    static HsaDirectory directory(FakeSource source) {
        return new HsaDirectory.Builder(source).clock(CLOCK).build();
    }

    /** The fixture with one entry changed: more pairs of attribute and value. */
    static FakeSource with(FakeSource source, String dn, String... more) {
        for (int i = 0; i < source.entries.size(); i++) {
            var entry = source.entries.get(i);
            if (entry.name().equals(dn)) {
                var attributes = new java.util.ArrayList<String>();
                entry.attributes()
                        .forEach(
                                it ->
                                        it.values()
                                                .forEach(
                                                        value -> {
                                                            attributes.add(it.name());
                                                            attributes.add(value);
                                                        }));
                attributes.addAll(java.util.List.of(more));
                source.entries.set(i, FakeSource.entry(dn, attributes.toArray(String[]::new)));
            }
        }
        return source;
    }
}
