package se.ehealthsdk.hsa.internal.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.internal.CommonTypes;

/**
 * {@code GetHealthCareUnitMembersResponseType} 2.1. What 2.1 added to 2.0 is written only where there is
 * something to write. Mind the names of a member's address: the contract has them with a small letter in
 * the middle.
 */
public final class HealthCareUnitMembersCodec
        implements MessageCodec<Optional<HealthCareUnitMembers>> {

    private static final String CORE = "urn:riv:infrastructure:directory:organization:2";
    private static final String ADDRESS_PARTS = "urn:riv:infrastructure:directory:organization:2.2";
    private static final String EXTENSION =
            "urn:riv:infrastructure:directory:organization:GetHealthCareUnitMembersResponder:2.1";

    @Override
    public void write(Optional<HealthCareUnitMembers> answer, ElementWriter out)
            throws XMLStreamException {
        if (answer.isEmpty()) {
            return;
        }
        out.declare("core", CORE);
        out.declare("parts", ADDRESS_PARTS);
        out.declare("ext", EXTENSION);
        HealthCareUnitMembers it = answer.get();
        UnitSummary unit = it.unit();
        out.start("healthCareUnitMembers");
        out.text("healthCareUnitName", unit.name());
        out.text("healthCareUnitPublicName", unit.publicName().orElse(unit.name()));
        out.text("healthCareUnitHsaId", unit.hsaId().value());
        out.dateTime("healthCareUnitStartDate", unit.validity().start());
        out.dateTime("healthCareUnitEndDate", unit.validity().end());
        out.text("healthCareUnitPrescriptionCode", it.details().workplaceCodes());
        contact(it.details(), out);
        out.ifTrue("feignedHealthCareUnit", unit.feigned());
        out.ifTrue("archivedHealthCareUnit", unit.archived());
        provider(it.provider(), it.providerDetails(), out);
        for (CareUnitMember member : it.members()) {
            member(member.unit(), member.details(), out);
        }
        addressParts("structuredPostalAddress", it.details(), out);
        out.end();
    }

    private static void contact(UnitDetails details, ElementWriter out) throws XMLStreamException {
        out.text("telephoneNumber", details.telephoneNumbers());
        CommonTypes.addressLines("postalAddress", details.postalAddress(), out, out.in(CORE));
        out.text("postalCode", details.postalAddress().flatMap(PostalAddress::postalCode));
    }

    private static void addressParts(String name, UnitDetails details, ElementWriter out)
            throws XMLStreamException {
        CommonTypes.addressParts(
                name, details.postalAddress(), out.in(EXTENSION), out.in(ADDRESS_PARTS));
    }

    private static void provider(CareProvider provider, UnitDetails details, ElementWriter out)
            throws XMLStreamException {
        out.start("healthCareProvider");
        out.text("healthCareProviderName", provider.name());
        out.text("healthCareProviderPublicName", provider.publicName().orElse(provider.name()));
        out.text("healthCareProviderHsaId", provider.hsaId().value());
        out.text("healthCareProviderOrgNo", provider.orgNo());
        out.dateTime("healthCareProviderStartDate", provider.validity().start());
        out.dateTime("healthCareProviderEndDate", provider.validity().end());
        out.text("healthCareProviderPrescriptionCode", details.workplaceCodes());
        contact(details, out);
        out.ifTrue("feignedHealthCareProvider", provider.feigned());
        out.ifTrue("archivedHealthCareProvider", provider.archived());
        addressParts("structuredPostalAddress", details, out);
        out.end();
    }

    private static void member(UnitSummary member, UnitDetails details, ElementWriter out)
            throws XMLStreamException {
        out.start("healthCareUnitMember");
        out.text("healthCareUnitMemberName", member.name());
        out.text("healthCareUnitMemberPublicName", member.publicName().orElse(member.name()));
        out.text("healthCareUnitMemberHsaId", member.hsaId().value());
        out.dateTime("healthCareUnitMemberStartDate", member.validity().start());
        out.dateTime("healthCareUnitMemberEndDate", member.validity().end());
        out.text("healthCareUnitMemberPrescriptionCode", details.workplaceCodes());
        out.text("healthCareUnitMemberTelephoneNumber", details.telephoneNumbers());
        CommonTypes.addressLines(
                "healthCareUnitMemberpostalAddress", details.postalAddress(), out, out.in(CORE));
        out.text(
                "healthCareUnitMemberpostalCode",
                details.postalAddress().flatMap(PostalAddress::postalCode));
        out.ifTrue("feignedHealthCareUnitMember", member.feigned());
        out.ifTrue("archivedHealthCareUnitMember", member.archived());
        addressParts("healthCareUnitMemberstructuredPostalAddress", details, out);
        out.end();
    }

    @Override
    public Optional<HealthCareUnitMembers> read(ElementReader in) throws XMLStreamException {
        HealthCareUnitMembers members = null;
        while (in.nextChild()) {
            if (in.name().equals("healthCareUnitMembers")) {
                members = members(in);
            } else {
                in.skip();
            }
        }
        return Optional.ofNullable(members);
    }

    private static HealthCareUnitMembers members(ElementReader in) throws XMLStreamException {
        var unit = new Parts();
        var provider = new Parts();
        List<CareUnitMember> members = new ArrayList<>();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareUnitName" -> unit.name = in.text();
                case "healthCareUnitPublicName" -> unit.publicName = in.text();
                case "healthCareUnitHsaId" -> unit.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareUnitStartDate" -> unit.validity.start(in);
                case "healthCareUnitEndDate" -> unit.validity.end(in);
                case "healthCareUnitPrescriptionCode" -> unit.workplaceCodes.add(in.token());
                case "telephoneNumber" -> unit.telephoneNumbers.add(in.token());
                case "postalAddress" -> unit.address.lines(in);
                case "postalCode" -> unit.address.postalCode(in);
                case "structuredPostalAddress" -> unit.address.parts(in);
                case "feignedHealthCareUnit" -> unit.feigned = in.bool();
                case "archivedHealthCareUnit" -> unit.archived = in.bool();
                case "healthCareProvider" -> provider = provider(in);
                case "healthCareUnitMember" -> members.add(member(in));
                default -> in.skip();
            }
        }
        return new HealthCareUnitMembers(
                unit.unit("healthCareUnitHsaId"),
                unit.details(),
                provider.provider(),
                provider.details(),
                members);
    }

    private static Parts provider(ElementReader in) throws XMLStreamException {
        var provider = new Parts();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareProviderName" -> provider.name = in.text();
                case "healthCareProviderPublicName" -> provider.publicName = in.text();
                case "healthCareProviderHsaId" -> provider.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareProviderOrgNo" -> provider.orgNo = in.token();
                case "healthCareProviderStartDate" -> provider.validity.start(in);
                case "healthCareProviderEndDate" -> provider.validity.end(in);
                case "healthCareProviderPrescriptionCode" ->
                        provider.workplaceCodes.add(in.token());
                case "telephoneNumber" -> provider.telephoneNumbers.add(in.token());
                case "postalAddress" -> provider.address.lines(in);
                case "postalCode" -> provider.address.postalCode(in);
                case "structuredPostalAddress" -> provider.address.parts(in);
                case "feignedHealthCareProvider" -> provider.feigned = in.bool();
                case "archivedHealthCareProvider" -> provider.archived = in.bool();
                default -> in.skip();
            }
        }
        return provider;
    }

    private static CareUnitMember member(ElementReader in) throws XMLStreamException {
        var member = new Parts();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareUnitMemberName" -> member.name = in.text();
                case "healthCareUnitMemberPublicName" -> member.publicName = in.text();
                case "healthCareUnitMemberHsaId" -> member.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareUnitMemberStartDate" -> member.validity.start(in);
                case "healthCareUnitMemberEndDate" -> member.validity.end(in);
                case "healthCareUnitMemberPrescriptionCode" ->
                        member.workplaceCodes.add(in.token());
                case "healthCareUnitMemberTelephoneNumber" ->
                        member.telephoneNumbers.add(in.token());
                case "healthCareUnitMemberpostalAddress" -> member.address.lines(in);
                case "healthCareUnitMemberpostalCode" -> member.address.postalCode(in);
                case "healthCareUnitMemberstructuredPostalAddress" -> member.address.parts(in);
                case "feignedHealthCareUnitMember" -> member.feigned = in.bool();
                case "archivedHealthCareUnitMember" -> member.archived = in.bool();
                default -> in.skip();
            }
        }
        return new CareUnitMember(member.unit("healthCareUnitMemberHsaId"), member.details());
    }
}
