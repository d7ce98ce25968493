package se.ehealthsdk.hsa.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.OfficialSchemas;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.WireXml;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.internal.organization.CareProvidersCodec;
import se.ehealthsdk.hsa.internal.organization.GetHealthCareProviderCodec;
import se.ehealthsdk.hsa.internal.organization.GetUnitCodec;
import se.ehealthsdk.hsa.internal.organization.HealthCareUnitCodec;
import se.ehealthsdk.hsa.internal.organization.HealthCareUnitMembersCodec;
import se.ehealthsdk.hsa.internal.organization.SectorMembershipCodec;
import se.ehealthsdk.hsa.internal.organization.UnitCodec;

/** Messages as a producer puts them on the wire, written by hand from the official schemas. */
class OrganizationWireTest {

    private static final String NS = "urn:riv:infrastructure:directory:organization:";

    private static final String MEMBERS =
            """
            <r:GetHealthCareUnitMembersResponse
                xmlns:r="urn:riv:infrastructure:directory:organization:GetHealthCareUnitMembersResponder:2"
                xmlns:c="urn:riv:infrastructure:directory:organization:2"
                xmlns:a="urn:riv:infrastructure:directory:organization:2.2"
                xmlns:m="urn:riv:infrastructure:directory:organization:GetHealthCareUnitMembersResponder:2.1">
              <r:healthCareUnitMembers>
                <r:healthCareUnitName>Exempel vårdcentral</r:healthCareUnitName>
                <r:healthCareUnitPublicName>Exempel vårdcentral, Åre</r:healthCareUnitPublicName>
                <r:healthCareUnitHsaId>SE2321000016-VE1</r:healthCareUnitHsaId>
                <r:healthCareUnitStartDate>2020-01-01T00:00:00</r:healthCareUnitStartDate>
                <r:healthCareUnitPrescriptionCode>1234567890123</r:healthCareUnitPrescriptionCode>
                <r:telephoneNumber>+468123456</r:telephoneNumber>
                <r:healthCareProvider>
                  <r:healthCareProviderName>Region Exempel</r:healthCareProviderName>
                  <r:healthCareProviderPublicName>Region Exempel</r:healthCareProviderPublicName>
                  <r:healthCareProviderHsaId>SE2321000016-VG1</r:healthCareProviderHsaId>
                  <r:healthCareProviderOrgNo>232100-0016</r:healthCareProviderOrgNo>
                </r:healthCareProvider>
                <r:healthCareUnitMember>
                  <r:healthCareUnitMemberName>Barnavård</r:healthCareUnitMemberName>
                  <r:healthCareUnitMemberPublicName>Barnavård</r:healthCareUnitMemberPublicName>
                  <r:healthCareUnitMemberHsaId>SE2321000016-E1</r:healthCareUnitMemberHsaId>
                  <r:healthCareUnitMemberPrescriptionCode>3210987654321</r:healthCareUnitMemberPrescriptionCode>
                  <r:healthCareUnitMemberTelephoneNumber>08123457</r:healthCareUnitMemberTelephoneNumber>
                  <r:healthCareUnitMemberpostalAddress>
                    <c:addressLine>Box 1</c:addressLine>
                    <c:addressLine>12345 Exempelstad</c:addressLine>
                  </r:healthCareUnitMemberpostalAddress>
                  <r:healthCareUnitMemberpostalCode>12345</r:healthCareUnitMemberpostalCode>
                  <r:archivedHealthCareUnitMember>true</r:archivedHealthCareUnitMember>
                  <m:healthCareUnitMemberstructuredPostalAddress>
                    <a:addressee>Barnavård</a:addressee>
                    <a:postCode>123 45</a:postCode>
                    <a:town>Exempelstad</a:town>
                  </m:healthCareUnitMemberstructuredPostalAddress>
                </r:healthCareUnitMember>
                <m:structuredPostalAddress>
                  <a:addressee>Exempel vårdcentral</a:addressee>
                  <a:street>Storgatan</a:street>
                  <a:premisesNumber>12</a:premisesNumber>
                  <a:premisesLetter>B</a:premisesLetter>
                  <a:postCode>12345</a:postCode>
                  <a:town>Exempelstad</a:town>
                </m:structuredPostalAddress>
              </r:healthCareUnitMembers>
            </r:GetHealthCareUnitMembersResponse>
            """;

    @Test
    void members_namesWithASmallLetterInTheMiddle_areRead() throws XMLStreamException {
        HealthCareUnitMembers answer =
                read(new HealthCareUnitMembersCodec(), MEMBERS).orElseThrow();
        CareUnitMember member = answer.members().get(0);

        assertThat(member.hsaId()).isEqualTo(HsaId.of("SE2321000016-E1"));
        assertThat(member.workplaceCodes()).containsExactly("3210987654321");
        assertThat(member.details().telephoneNumbers()).containsExactly("08123457");
        assertThat(member.unit().archived()).isTrue();
        PostalAddress address = member.details().postalAddress().orElseThrow();
        assertThat(address.lines()).containsExactly("Box 1", "12345 Exempelstad");
        assertThat(address.postalCode()).contains("12345");
        assertThat(address.parts().orElseThrow().addressees()).containsExactly("Barnavård");
        assertThat(address.postalTown())
                .contains(new PostalAddress.PostalTown("12345", "Exempelstad"));
    }

    @Test
    void members_unitAndProvider_areRead() throws XMLStreamException {
        HealthCareUnitMembers answer =
                read(new HealthCareUnitMembersCodec(), MEMBERS).orElseThrow();

        assertThat(answer.hsaId()).isEqualTo(HsaId.of("SE2321000016-VE1"));
        assertThat(answer.unit().publicName()).contains("Exempel vårdcentral, Åre");
        assertThat(answer.unit().validity().start())
                .contains(Instant.parse("2019-12-31T23:00:00Z"));
        assertThat(answer.workplaceCodes()).containsExactly("1234567890123");
        assertThat(answer.details().postalAddress().orElseThrow().printedLines())
                .containsExactly("Exempel vårdcentral", "Storgatan 12 B", "12345 Exempelstad");
        assertThat(answer.provider().organisationNumber())
                .contains(OrganisationNumber.of("2321000016"));
        assertThat(answer.providerDetails().postalAddress()).isEmpty();
    }

    @Test
    void members_theExampleAbove_isWhatTheOfficialSchemaAllows() {
        OfficialSchemas.validate(
                "infrastructure.directory.organization/5.0", "GetHealthCareUnitMembers", MEMBERS);
    }

    @Test
    void members_withoutAddressInParts_writesNothingThat20DoesNotKnow() throws XMLStreamException {
        HealthCareUnitMembers answer =
                read(
                                new HealthCareUnitMembersCodec(),
                                MEMBERS.replaceAll("(?s)<m:(\\w+)>.*?</m:\\1>", ""))
                        .orElseThrow();
        String xml =
                WireXml.write(
                        new HealthCareUnitMembersCodec(),
                        OrganizationContracts.GET_HEALTH_CARE_UNIT_MEMBERS_2.responseElement(),
                        Optional.of(answer));

        assertThat(xml)
                .doesNotContainIgnoringCase("structured")
                .contains("<healthCareUnitMemberpostalAddress><core:addressLine>Box 1<")
                .contains("<healthCareUnitMemberpostalCode>12345<");
    }

    @Test
    void unit5_aHandWrittenAnswer_isRead() throws XMLStreamException {
        String xml =
                unit(
                        5,
                        """
                        <u:dropInHour>
                          <c:fromDay>1</c:fromDay><c:fromTime>08:00:00</c:fromTime>
                          <c:toDay>5</c:toDay><c:toTime>24:00:00</c:toTime>
                          <c:comment>ej helgdag</c:comment>
                          <c:fromDate>20260601</c:fromDate><c:toDate>20260831</c:toDate>
                        </u:dropInHour>
                        <u:unitHsaId> SE2321000016-E1 </u:unitHsaId>
                        <u:municipalityCode>80</u:municipalityCode>
                        <u:unitName>Akuten</u:unitName>
                        <u:publicName>Akuten, Exempel sjukhus</u:publicName>
                        <u:unitEndDate>2026-12-31T24:00:00</u:unitEndDate>
                        <u:administrativeCareLevel>02</u:administrativeCareLevel>
                        <u:schoolType>11</u:schoolType>
                        <u:structuredVisitingAddress>
                          <c:street>Storgatan</c:street><c:premisesNumber>1</c:premisesNumber>
                          <c:town>Exempelstad</c:town>
                        </u:structuredVisitingAddress>
                        """);
        OfficialSchemas.validate("infrastructure.directory.organization/5.0", "GetUnit", xml);

        Unit unit = read(UnitCodec.V5, xml).orElseThrow();

        assertThat(unit.hsaId()).isEqualTo(HsaId.of("SE2321000016-E1"));
        assertThat(unit.publicName()).isEqualTo("Akuten, Exempel sjukhus");
        OpeningHours hours = unit.hours().dropIn().get(0);
        assertThat(hours.closes()).contains(LocalTime.MIDNIGHT);
        assertThat(hours.toTime()).isEqualTo("24:00:00");
        assertThat(hours.comment()).contains("ej helgdag");
        assertThat(hours.toDate()).contains("20260831");
        assertThat(unit.validity().end()).contains(Instant.parse("2026-12-31T23:00:00Z"));
        assertThat(unit.classification().administrativeCareLevels()).containsExactly("02");
        assertThat(unit.classification().schoolTypes()).containsExactly("11");
        assertThat(unit.place().visitingAddress())
                .contains(
                        new VisitingAddress(
                                "Storgatan", Optional.of("1"), Optional.empty(), "Exempelstad"));
        assertThat(unit.place().scbMunicipalityCode()).isEmpty();
        assertThat(unit).hasToString("Unit[SE2321000016-E1 Akuten]");
    }

    @Test
    void unit4_administrativeCareLevelOfTheMinorVersion_isRead() throws XMLStreamException {
        String xml =
                unit(
                        4,
                        """
                        <u:countyCode>01</u:countyCode>
                        <u:destinationIndicator>03</u:destinationIndicator>
                        <u:unitHsaId>SE2321000016-E1</u:unitHsaId>
                        <u:municipalityCode>80</u:municipalityCode>
                        <u:unitName>Akuten</u:unitName><u:publicName>Akuten</u:publicName>
                        <m:administrativeCareLevel>02</m:administrativeCareLevel>
                        """);
        OfficialSchemas.validate("infrastructure.directory.organization/4.1", "GetUnit", xml);

        Unit unit = read(UnitCodec.V4, xml).orElseThrow();

        assertThat(unit.classification().administrativeCareLevels()).containsExactly("02");
        assertThat(unit.classification().shownOn1177()).isTrue();
        assertThat(unit.place().scbMunicipalityCode()).contains("0180");
    }

    @Test
    void unit4_whatOnly50CanCarry_isLeftOutAndTheRestIsValid() throws XMLStreamException {
        Unit unit =
                Unit.builder(HsaId.of("SE2321000016-E1"))
                        .name("Skolhälsan")
                        .schoolType("11")
                        .textTelephoneNumber("08123456")
                        .textTelephoneNumber("text@example.se")
                        .visitingAddress(
                                new VisitingAddress("A", Optional.empty(), Optional.empty(), "B"))
                        .build();
        String xml =
                WireXml.write(
                        UnitCodec.V4,
                        OrganizationContracts.GET_UNIT_4.responseElement(),
                        Optional.of(unit));
        Unit read = read(UnitCodec.V4, xml).orElseThrow();

        assertThat(read.classification().schoolTypes()).isEmpty();
        assertThat(read.telephones().text()).containsExactly("08123456");
        assertThat(read.place().visitingAddress()).isEmpty();
        OfficialSchemas.validate("infrastructure.directory.organization/4.1", "GetUnit", xml);
    }

    @Test
    void unit_valuesThatAreNotWhatTheyShouldBe_costOnlyThemselvesAndAreKept()
            throws XMLStreamException {
        Unit unit =
                read(
                                UnitCodec.V5,
                                unit(
                                        5,
                                        """
                                        <u:dropInHour>
                                          <c:fromDay>måndag</c:fromDay><c:fromTime>8</c:fromTime>
                                          <c:toTime>sent</c:toTime>
                                        </u:dropInHour>
                                        <u:unitHsaId>SE2321000016-E1</u:unitHsaId>
                                        <u:jpegPhoto>inte base64!</u:jpegPhoto>
                                        <u:unitName>Akuten</u:unitName>
                                        <u:unitStartDate>igår</u:unitStartDate>
                                        """))
                        .orElseThrow();

        assertThat(unit.name()).isEqualTo("Akuten");
        assertThat(unit.publicName()).isEqualTo("Akuten");
        OpeningHours hours = unit.hours().dropIn().get(0);
        assertThat(hours.isReadable()).isFalse();
        assertThat(hours.fromDay()).isEqualTo("måndag");
        assertThat(hours.toDay()).isEmpty();
        assertThat(hours.toTime()).isEqualTo("sent");
        assertThat(unit.validity().unreadable()).containsExactly("igår");
        assertThat(unit.validAt(Instant.parse("2026-11-22T12:00:00Z"))).isFalse();
    }

    @Test
    void picture_thatIsNotBase64_isAProtocolViolationWhenAskedFor() {
        Picture picture = new Picture("a");

        assertThatThrownBy(picture::bytes).isInstanceOf(ProtocolException.class);
        assertThat(Picture.of(new byte[] {1, 2}).bytes()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<u:unitHsaId/>", "<u:unitHsaId>  </u:unitHsaId>"})
    void unit_withoutHsaId_isAProtocolViolationThatNamesTheElement(String hsaId) {
        String xml = unit(5, hsaId + "<u:unitName>Hemligt namn</u:unitName>");

        assertThatThrownBy(() -> read(UnitCodec.V5, xml))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("unitHsaId")
                .hasMessageNotContaining("Hemligt");
    }

    @Test
    void healthCareUnit_ofAUnitThatIsItself_isRead() throws XMLStreamException {
        HealthCareUnit answer =
                read(
                                HealthCareUnitCodec.PLAIN,
                                """
                                <GetHealthCareUnitResponse xmlns="%sGetHealthCareUnitResponder:2">
                                  <healthCareUnit>
                                    <unitIsHealthCareUnit>1</unitIsHealthCareUnit>
                                    <healthCareUnitHsaId>SE2321000016-VE1</healthCareUnitHsaId>
                                    <healthCareUnitName>VE</healthCareUnitName>
                                    <healthCareUnitEndDate>2026-01-01T00:00:00Z</healthCareUnitEndDate>
                                    <healthCareProviderHsaId>SE2321000016-VG1</healthCareProviderHsaId>
                                    <healthCareProviderOrgNo>okänt</healthCareProviderOrgNo>
                                  </healthCareUnit>
                                </GetHealthCareUnitResponse>
                                """
                                        .formatted(NS))
                        .orElseThrow();

        assertThat(answer.unitIsHealthCareUnit()).isTrue();
        assertThat(answer.member()).isEmpty();
        assertThat(answer.unit().publicName()).isEmpty();
        assertThat(answer.provider().organisationNumber()).isEmpty();
        assertThat(answer.provider().orgNo()).isEqualTo("okänt");
        assertThat(answer.validAt(Instant.parse("2025-12-31T23:59:59Z"))).isTrue();
        assertThat(answer.validAt(Instant.parse("2026-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void healthCareUnitIncludingManager_manager_isRead() throws XMLStreamException {
        HealthCareUnit answer =
                read(
                                HealthCareUnitCodec.INCLUDING_MANAGER,
                                """
                                <a:R xmlns:a="%sGetHealthCareUnitIncludingManagerResponder:2">
                                  <a:healthCareUnit>
                                    <a:healthCareUnitMemberHsaId>SE2321000016-E1</a:healthCareUnitMemberHsaId>
                                    <a:healthCareUnitHsaId>SE2321000016-VE1</a:healthCareUnitHsaId>
                                    <a:healthCareUnitManagerHsaId>SE2321000016-CHEF</a:healthCareUnitManagerHsaId>
                                    <a:healthCareProviderHsaId>SE2321000016-VG1</a:healthCareProviderHsaId>
                                    <a:feignedHealthCareUnitManager>true</a:feignedHealthCareUnitManager>
                                  </a:healthCareUnit>
                                </a:R>
                                """
                                        .formatted(NS))
                        .orElseThrow();

        assertThat(answer.managerHsaId()).contains(HsaId.of("SE2321000016-CHEF"));
        assertThat(answer.managerFeigned()).isTrue();
        assertThat(answer.member().orElseThrow().hsaId()).isEqualTo(HsaId.of("SE2321000016-E1"));
        assertThat(answer.unitIsHealthCareUnit()).isFalse();
    }

    @Test
    void careProvider_toString_showsNoOrganisationNumber() {
        // a sole trader's organisation number is a personal identity number
        CareProvider trader =
                CareProvider.of(
                        HsaId.of("TST-1"), "Enskild firma", OrganisationNumber.of("121212-1212"));

        assertThat(trader).hasToString("CareProvider[TST-1 Enskild firma]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', exactly one",
        "'<healthCareProviderHsaId>A</healthCareProviderHsaId><healthCareProviderOrgNo>2321000016</healthCareProviderOrgNo>', exactly one",
        "<healthCareProviderOrgNo>x</healthCareProviderOrgNo>, not an organisation number"
    })
    void getHealthCareProvider_withoutExactlyOneKey_isRefused(String keys, String problem) {
        String xml = "<Q xmlns='" + NS + "GetHealthCareProviderResponder:1'>" + keys + "</Q>";

        assertThatThrownBy(() -> read(new GetHealthCareProviderCodec(), xml))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void getUnit_searchBaseThatTheContractForbids_isRefusedByTheReceiver() {
        String xml =
                "<Q xmlns='%sGetUnitResponder:5'><unitHsaId>A</unitHsaId><searchBase>x=1</searchBase></Q>"
                        .formatted(NS);

        assertThatThrownBy(() -> read(new GetUnitCodec(), xml))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("searchBase");
    }

    @Test
    void sectorMembership_withoutItsAnswer_isAProtocolViolation() {
        String xml = "<R xmlns='" + NS + "IsUnitWithinSectorResponder:1'/>";

        assertThatThrownBy(() -> read(new SectorMembershipCodec(), xml))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("unitIsWithinSector");
    }

    @Test
    void emptyAnswers_areAbsence() throws XMLStreamException {
        assertThat(read(UnitCodec.V5, "<R xmlns='" + NS + "GetUnitResponder:5'/>")).isEmpty();
        assertThat(read(new CareProvidersCodec(), "<R xmlns='" + NS + "X:1'> </R>"))
                .isEqualTo(List.of());
    }

    private static String unit(int major, String content) {
        return """
        <u:GetUnitResponse xmlns:u="%1$sGetUnitResponder:%2$d" xmlns:c="%1$s%3$d" xmlns:m="%1$sGetUnitResponder:4.1">
          <u:unit>%4$s</u:unit>
        </u:GetUnitResponse>
        """
                .formatted(NS, major, major == 4 ? 3 : 5, content);
    }

    private static <T> T read(MessageCodec<T> codec, String xml) throws XMLStreamException {
        return WireXml.read(codec, "infrastructure:directory:organization", xml);
    }
}
