package se.ehealthsdk.testkit.directory.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;

class CountryTest {

    private static final Country SMALL = Country.seeded(7).withUnits(2_000).withPeople(4_000);
    private static final Country WHOLE = Country.seeded(7);

    @Test
    void sizes_unlessTold_areThoseOfHsa() {
        assertThat(WHOLE.units()).isEqualTo(300_000);
        assertThat(WHOLE.people()).isEqualTo(1_000_000);
        assertThat(WHOLE.commissions()).isEqualTo(333_333);
        assertThat(WHOLE.size()).isEqualTo(22 + 300_000 + 1_000_000 + 333_333);
    }

    @Test
    void entry_sameSeedAndSizes_isTheSame_andAnotherSeedGivesAnother() {
        Country again = Country.seeded(7).withUnits(2_000).withPeople(4_000);
        Country other = Country.seeded(8).withUnits(2_000).withPeople(4_000);
        assertThat(again.entries()).isEqualTo(SMALL.entries().toList());
        assertThat(other.person(17)).isNotEqualTo(SMALL.person(17));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,1", "2,7", "30,100", "1500,3000"})
    void tree_ofAnySize_isOneTree_withEachNameAndHsaIdOnce(int units, int people) throws Exception {
        Country country = Country.seeded(3).withUnits(units).withPeople(people);
        Places places = new Places(country);
        Set<DN> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < country.size(); i++) {
            CountryEntry entry = country.entry(i);
            DN name = new DN(entry.name());
            assertThat(names.add(name)).as(entry.name()).isTrue();
            assertThat(places.find(entry.name())).as(entry.name()).hasValue(i);
            if (i < country.firstPerson() && i > 0) {
                assertThat(names).contains(name.getParent());
            }
            for (String id : entry.values("hsaIdentity")) {
                assertThat(ids.add(id)).isTrue();
                assertThat(country.find(HsaId.of(id))).hasValue(i);
            }
        }
        for (int i = country.firstPerson(); i < country.size(); i++) {
            assertThat(names).contains(new DN(country.name(i)).getParent());
        }
        assertThat(ids).hasSize(country.size() - 22);
    }

    @Test
    void wholeCountry_hasThreeToEightLevels_andEachPlaceIsFoundByItsName() throws Exception {
        Places places = new Places(WHOLE);
        Random random = new Random(5);
        Set<Integer> depths = new TreeSet<>();
        for (int i = 0; i < 3_000; i++) {
            int entry = 22 + random.nextInt(WHOLE.size() - 22);
            if (entry < WHOLE.firstPerson()) {
                depths.add(new DN(WHOLE.name(entry)).getRDNs().length);
            }
            assertThat(places.find(WHOLE.name(entry))).hasValue(entry);
        }
        assertThat(depths).containsAnyOf(3, 4).contains(5, 6, 7, 8).allMatch(depth -> depth <= 8);
    }

    @Test
    void commissions_membersArePeopleOfTheCareUnit_andThePersonLeadsBack() {
        int memberships = 0;
        for (int i = 0; i < SMALL.commissions(); i++) {
            CountryEntry commission = SMALL.commission(i);
            String careUnit = commission.name().substring(commission.name().indexOf(',') + 1);
            for (String member : commission.values("hsaCommissionMember")) {
                int person = SMALL.find(HsaId.of(member.split(";")[0])).orElseThrow();
                assertThat(SMALL.name(person)).endsWith("," + careUnit);
                assertThat(SMALL.tree().commissionOf(person - SMALL.firstPerson())).isEqualTo(i);
                memberships++;
            }
        }
        assertThat(memberships).isBetween(SMALL.people() / 2, SMALL.people());
        Set<String> purposes = new HashSet<>();
        SMALL.entries().forEach(entry -> purposes.addAll(entry.values("hsaCommissionPurpose")));
        assertThat(purposes).contains("Vård och behandling").hasSizeGreaterThan(2);
    }

    @Test
    void careUnits_nameTheirProvider_andEachUnitBelongsToAtMostOne() {
        Map<String, String> careUnitOf = new HashMap<>();
        int careUnits = 0;
        for (int i = 0; i < SMALL.units(); i++) {
            CountryEntry unit = SMALL.unit(i);
            if (!unit.values("objectClass").contains("hsaHealthCareUnit")) {
                assertThat(unit.values("hsaHealthCareUnitMember")).isEmpty();
                continue;
            }
            careUnits++;
            String provider = unit.values("hsaResponsibleHealthCareProvider").get(0);
            assertThat(
                            SMALL.entry(SMALL.find(HsaId.of(provider)).orElseThrow())
                                    .values("objectClass"))
                    .contains("hsaHealthCareProvider");
            for (String member : unit.values("hsaHealthCareUnitMember")) {
                assertThat(careUnitOf.put(member, unit.values("hsaIdentity").get(0))).isNull();
            }
        }
        assertThat(careUnits).isGreaterThan(100);
        assertThat(careUnitOf).hasSizeGreaterThan(500);
    }

    @Test
    void organisationNumbers_haveTheirCheckDigit_andPublicOwnersBeginWithTwo() {
        for (Organisation of : SMALL.tree().ofCounty(0)) {
            OrganisationNumber number = OrganisationNumber.of(UnitFacts.organisationNumber(of));
            assertThat(number.hasValidCheckDigit()).isTrue();
            assertThat(number.isPublicSector()).isEqualTo(of.kind() != Organisation.Kind.PRIVATE);
        }
    }

    @Test
    void values_areWithinTheLimitsOfTheSchema_andNobodyHasAPersonalIdentityNumber() {
        SMALL.entries()
                .forEach(
                        entry -> {
                            assertThat(entry.values("personalIdentityNumber")).isEmpty();
                            assertThat(entry.values("ou")).allMatch(name -> name.length() <= 64);
                            assertThat(entry.values("o")).allMatch(name -> name.length() <= 64);
                            assertThat(entry.values("geographicalCoordinates"))
                                    .allMatch(point -> point.matches("X:[67]\\d{6},Y:1\\d{6}"));
                        });
    }

    @Test
    void marks_areFew_andThereAreSomeOfEach() {
        Map<String, Integer> classes = new HashMap<>();
        WHOLE.entries()
                .skip(22 + 100_000)
                .limit(20_000)
                .forEach(
                        each ->
                                each.values("objectClass")
                                        .forEach(c -> classes.merge(c, 1, Integer::sum)));
        SMALL.entries()
                .skip(SMALL.firstPerson())
                .limit(4_000)
                .forEach(
                        each ->
                                each.values("objectClass")
                                        .forEach(c -> classes.merge(c, 1, Integer::sum)));
        assertThat(classes)
                .containsKeys(
                        "hiddenObject",
                        "hsaArchivedObject",
                        "hsaFeignedObject",
                        "hsaInaccurateHCU",
                        "hsaConfidentialPerson");
        assertThat(classes.get("hiddenObject")).isLessThan(1_000);
        assertThat(classes.get("hsaConfidentialPerson")).isBetween(4, 80);
    }

    /** A server that is not ours takes it all, in this order, and holds what was told. */
    @Test
    void ldif_isTakenByAnLdapServer() throws Exception {
        Country country = Country.seeded(9).withUnits(150).withPeople(300);
        ByteArrayOutputStream ldif = new ByteArrayOutputStream();
        country.writeLdif(ldif);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("c=SE");
        config.setSchema(null);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.importFromLDIF(true, new LDIFReader(new ByteArrayInputStream(ldif.toByteArray())));
        assertThat(server.countEntries()).isEqualTo(country.size());
        for (int i = 0; i < country.size(); i++) {
            CountryEntry entry = country.entry(i);
            entry.attributes().keySet().stream()
                    .filter(attribute -> !attribute.equals("modifyTimestamp"))
                    .forEach(
                            attribute ->
                                    assertThat(valuesIn(server, entry.name(), attribute))
                                            .as(attribute)
                                            .containsExactlyInAnyOrderElementsOf(
                                                    entry.values(attribute)));
        }
        server.close();
    }

    private static List<String> valuesIn(
            InMemoryDirectoryServer server, String name, String attribute) {
        try {
            return List.of(server.getEntry(name).getAttributeValues(attribute));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void unitFile_holdsEachUnitThatIsShown_withItsRelations() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SMALL.writeUnitFile(file);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.toByteArray()));
        Map<String, Element> units = new HashMap<>();
        var elements = document.getElementsByTagNameNS("urn:riv:hsa:HsaWsResponder:3", "hsaUnit");
        for (int i = 0; i < elements.getLength(); i++) {
            Element unit = (Element) elements.item(i);
            units.put(unit.getElementsByTagName("hsaIdentity").item(0).getTextContent(), unit);
        }
        int shown = 0;
        for (int i = 0; i < SMALL.units(); i++) {
            CountryEntry entry = SMALL.unit(i);
            List<String> classes = entry.values("objectClass");
            Element unit = units.get(entry.values("hsaIdentity").get(0));
            if (classes.contains("hiddenObject") || classes.contains("hsaFeignedObject")) {
                assertThat(unit).isNull();
                continue;
            }
            shown++;
            assertThat(unit.getElementsByTagName("DN").item(0).getTextContent())
                    .isEqualTo(entry.name());
            assertThat(unit.getElementsByTagName("hsaHealthCareUnitMember").getLength())
                    .isEqualTo(entry.values("hsaHealthCareUnitMember").size());
            assertThat(unit.getElementsByTagName("unitIsArchived").getLength())
                    .isEqualTo(classes.contains("hsaArchivedObject") ? 1 : 0);
        }
        assertThat(units).hasSize(shown);
        assertThat(file.toString(StandardCharsets.UTF_8).contains("Operation &amp; anestesi"))
                .as("an ampersand is escaped")
                .isTrue();
    }

    @Test
    void numbers_outOfRange_areInvalidInput() {
        assertThatThrownBy(() -> SMALL.unit(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SMALL.person(4_000)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SMALL.withUnits(0)).isInstanceOf(InvalidInputException.class);
        assertThat(SMALL.find(HsaId.of("TSTNMT2321000156-U0ZZZZ"))).isEmpty();
        assertThat(SMALL.find(HsaId.of("TSTNMT2321000156-VE01"))).isEmpty();
    }
}
