package se.ehealthsdk.hsa.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.OfficialSchemas;
import se.ehealthsdk.hsa.WireXml;
import se.ehealthsdk.hsa.contract.GetHealthCareUnit;
import se.ehealthsdk.hsa.contract.GetHealthCareUnitIncludingManager;
import se.ehealthsdk.hsa.contract.GetHealthCareUnitList;
import se.ehealthsdk.hsa.contract.GetHealthCareUnitMembers;
import se.ehealthsdk.hsa.contract.IsUnitWithinSector;
import se.ehealthsdk.hsa.contract.ListUnitsWithinSector;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
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

/** Every message of the domain: what is written validates, and what is written is read back the same. */
class OrganizationMessagesTest {

    private static final String DOMAIN = "infrastructure:directory:organization";
    private static final String OTHER_DOMAIN = "urn:riv:infrastructure:directory:employee:4";
    private static final Pattern START_TAG = Pattern.compile("<(?:\\w+:)?(\\w+)[^>]*>");
    private static final String RELEASE_5 = "infrastructure.directory.organization/5.0";
    private static final String RELEASE_4 = "infrastructure.directory.organization/4.1";

    /** One of the messages of a contract. */
    private record Message<T>(
            String release,
            RivtaContract<?, ?> contract,
            QName root,
            MessageCodec<T> codec,
            Function<OrganizationSamples, T> sample) {

        String written(OrganizationSamples samples) {
            return WireXml.write(codec, root, sample.apply(samples));
        }

        @Override
        public String toString() {
            return release + " " + root.getLocalPart();
        }
    }

    static Stream<Message<?>> messages() {
        var unit5 = OrganizationContracts.GET_UNIT_5;
        var unit4 = OrganizationContracts.GET_UNIT_4;
        var careUnit = OrganizationContracts.GET_HEALTH_CARE_UNIT_2;
        var manager = OrganizationContracts.GET_HEALTH_CARE_UNIT_INCLUDING_MANAGER_2;
        var members = OrganizationContracts.GET_HEALTH_CARE_UNIT_MEMBERS_2;
        var list = OrganizationContracts.GET_HEALTH_CARE_UNIT_LIST_2;
        var provider = OrganizationContracts.GET_HEALTH_CARE_PROVIDER_1;
        var within = OrganizationContracts.IS_UNIT_WITHIN_SECTOR_1;
        var listWithin = OrganizationContracts.LIST_UNITS_WITHIN_SECTOR_1;
        return Stream.of(
                request(RELEASE_5, unit5, new GetUnitCodec(), OrganizationSamples::getUnit),
                response(RELEASE_5, unit5, UnitCodec.V5, it -> Optional.of(it.unit(5))),
                response(RELEASE_5, unit5, UnitCodec.V5, it -> Optional.empty()),
                request(RELEASE_4, unit4, new GetUnitCodec(), OrganizationSamples::getUnit),
                response(RELEASE_4, unit4, UnitCodec.V4, it -> Optional.of(it.unit(4))),
                request(
                        RELEASE_5,
                        careUnit,
                        new KeyRequestCodec<>(
                                "healthCareUnitMemberHsaId",
                                GetHealthCareUnit::unit,
                                GetHealthCareUnit::scope,
                                GetHealthCareUnit::new),
                        it -> new GetHealthCareUnit(it.hsaId(), it.scope())),
                response(
                        RELEASE_5,
                        careUnit,
                        HealthCareUnitCodec.PLAIN,
                        it -> Optional.of(it.healthCareUnit(false))),
                request(
                        RELEASE_4,
                        manager,
                        new KeyRequestCodec<>(
                                "healthCareUnitMemberHsaId",
                                GetHealthCareUnitIncludingManager::unit,
                                GetHealthCareUnitIncludingManager::scope,
                                GetHealthCareUnitIncludingManager::new),
                        it -> new GetHealthCareUnitIncludingManager(it.hsaId(), it.scope())),
                response(
                        RELEASE_4,
                        manager,
                        HealthCareUnitCodec.INCLUDING_MANAGER,
                        it -> Optional.of(it.healthCareUnit(true))),
                request(
                        RELEASE_5,
                        members,
                        new KeyRequestCodec<>(
                                "healthCareUnitHsaId",
                                GetHealthCareUnitMembers::healthCareUnit,
                                GetHealthCareUnitMembers::scope,
                                GetHealthCareUnitMembers::new),
                        it -> new GetHealthCareUnitMembers(it.hsaId(), it.scope())),
                response(
                        RELEASE_5,
                        members,
                        new HealthCareUnitMembersCodec(),
                        it -> Optional.of(it.members())),
                // 2.0 takes what 2.1 added as extensions of another namespace
                response(
                        RELEASE_4,
                        members,
                        new HealthCareUnitMembersCodec(),
                        it -> Optional.of(it.members())),
                request(
                        RELEASE_4,
                        list,
                        new KeyRequestCodec<>(
                                "healthCareProviderHsaId",
                                GetHealthCareUnitList::provider,
                                GetHealthCareUnitList::scope,
                                GetHealthCareUnitList::new),
                        it -> new GetHealthCareUnitList(it.hsaId(), it.scope())),
                response(
                        RELEASE_4,
                        list,
                        new HealthCareUnitListCodec(),
                        it -> Optional.of(it.unitList())),
                request(
                        RELEASE_5,
                        provider,
                        new GetHealthCareProviderCodec(),
                        OrganizationSamples::getHealthCareProvider),
                response(
                        RELEASE_5,
                        provider,
                        new CareProvidersCodec(),
                        OrganizationSamples::providers),
                request(
                        RELEASE_4,
                        within,
                        new IsUnitWithinSectorCodec(),
                        it -> new IsUnitWithinSector(it.hsaId(), it.sectors(), it.scope())),
                response(
                        RELEASE_4,
                        within,
                        new SectorMembershipCodec(),
                        OrganizationSamples::sectorMembership),
                request(
                        RELEASE_4,
                        listWithin,
                        new ListUnitsWithinSectorCodec(),
                        it -> new ListUnitsWithinSector(it.sectors(), it.scope())),
                response(
                        RELEASE_4,
                        listWithin,
                        new UnitsWithinSectorCodec(),
                        OrganizationSamples::unitsWithinSector));
    }

    private static <Q> Message<Q> request(
            String release,
            RivtaContract<Q, ?> contract,
            MessageCodec<Q> codec,
            Function<OrganizationSamples, Q> sample) {
        return new Message<>(release, contract, contract.requestElement(), codec, sample);
    }

    private static <R> Message<R> response(
            String release,
            RivtaContract<?, R> contract,
            MessageCodec<R> codec,
            Function<OrganizationSamples, R> sample) {
        return new Message<>(release, contract, contract.responseElement(), codec, sample);
    }

    @Test
    void messages_coverEveryContract() {
        assertThat(messages().map(it -> it.contract().toString()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        OrganizationContracts.all().stream().map(Object::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void write_everythingOrAsLittleAsPossible_validatesAgainstTheOfficialSchema(
            Message<?> message) {
        OrganizationSamples.all()
                .forEach(
                        samples ->
                                OfficialSchemas.validate(
                                        message.release(),
                                        message.contract().interaction(),
                                        message.written(samples)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void read_whatWasWritten_isTheSame(Message<?> message) throws XMLStreamException {
        for (OrganizationSamples samples : OrganizationSamples.all().toList()) {
            roundTrip(message, samples, Function.identity());
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void read_foreignElementsOfTheSameNamesAnywhere_areNotMistakenForOurs(Message<?> message)
            throws XMLStreamException {
        for (OrganizationSamples samples : OrganizationSamples.all().toList()) {
            roundTrip(message, samples, OrganizationMessagesTest::withForeignElements);
        }
    }

    private static <T> void roundTrip(
            Message<T> message, OrganizationSamples samples, Function<String, String> change)
            throws XMLStreamException {
        T value = message.sample().apply(samples);
        String xml = change.apply(WireXml.write(message.codec(), message.root(), value));

        assertThat(WireXml.read(message.codec(), DOMAIN, xml)).isEqualTo(value);
    }

    /** Puts elements of other namespaces, with the same name, before each element below the root. */
    private static String withForeignElements(String xml) {
        int root = xml.indexOf('>') + 1;
        return xml.substring(0, root)
                + START_TAG
                        .matcher(xml.substring(root))
                        .replaceAll(
                                tag ->
                                        foreign(tag.group(1), "urn:example:extension")
                                                + foreign(tag.group(1), OTHER_DOMAIN)
                                                + foreign(tag.group(1), "")
                                                + "$0");
    }

    private static String foreign(String name, String namespace) {
        return "<%1$s xmlns='%2$s'>bort<unitHsaId>FEL</unitHsaId><%1$s/></%1$s>"
                .formatted(name, namespace);
    }
}
