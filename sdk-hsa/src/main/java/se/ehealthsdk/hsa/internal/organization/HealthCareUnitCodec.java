package se.ehealthsdk.hsa.internal.organization;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.internal.CommonTypes;

/**
 * {@code GetHealthCareUnitResponseType} and {@code GetHealthCareUnitIncludingManagerResponseType}, which
 * have the same elements in another order, and the manager.
 */
public enum HealthCareUnitCodec implements MessageCodec<Optional<HealthCareUnit>> {
    /** Without manager. */
    PLAIN,
    /** With manager. */
    INCLUDING_MANAGER;

    @Override
    public void write(Optional<HealthCareUnit> answer, ElementWriter out)
            throws XMLStreamException {
        if (answer.isEmpty()) {
            return;
        }
        HealthCareUnit it = answer.get();
        UnitSummary unit = it.unit();
        boolean manager = this == INCLUDING_MANAGER;
        out.start("healthCareUnit");
        if (!manager) {
            out.bool("unitIsHealthCareUnit", it.unitIsHealthCareUnit());
        }
        if (it.member().isPresent()) {
            member(it.member().get(), out);
        }
        out.text("healthCareUnitHsaId", unit.hsaId().value());
        if (manager) {
            out.bool("unitIsHealthCareUnit", it.unitIsHealthCareUnit());
        }
        out.text("healthCareUnitName", unit.name());
        out.text("healthCareUnitPublicName", unit.publicName().orElse(unit.name()));
        if (manager) {
            out.text("healthCareUnitManagerHsaId", it.managerHsaId().map(HsaId::value));
        }
        out.dateTime("healthCareUnitStartDate", unit.validity().start());
        out.dateTime("healthCareUnitEndDate", unit.validity().end());
        provider(it.provider(), out);
        boolean feignedMember = it.member().map(UnitSummary::feigned).orElse(false);
        out.ifTrue("feignedHealthCareUnitMember", feignedMember);
        out.ifTrue("feignedHealthCareUnit", unit.feigned());
        out.ifTrue("feignedHealthCareProvider", it.provider().feigned());
        out.ifTrue("feignedHealthCareUnitManager", manager && it.managerFeigned());
        boolean archivedMember = it.member().map(UnitSummary::archived).orElse(false);
        out.ifTrue("archivedHealthCareUnitMember", archivedMember);
        out.ifTrue("archivedHealthCareUnit", unit.archived());
        out.ifTrue("archivedHealthCareProvider", it.provider().archived());
        out.end();
    }

    private static void member(UnitSummary member, ElementWriter out) throws XMLStreamException {
        out.text("healthCareUnitMemberHsaId", member.hsaId().value());
        out.text("healthCareUnitMemberName", member.name());
        out.text("healthCareUnitMemberPublicName", member.publicName());
        out.dateTime("healthCareUnitMemberStartDate", member.validity().start());
        out.dateTime("healthCareUnitMemberEndDate", member.validity().end());
    }

    private static void provider(CareProvider provider, ElementWriter out)
            throws XMLStreamException {
        out.text("healthCareProviderHsaId", provider.hsaId().value());
        out.text("healthCareProviderName", provider.name());
        out.text("healthCareProviderPublicName", provider.publicName().orElse(provider.name()));
        out.text("healthCareProviderOrgNo", provider.orgNo());
        out.dateTime("healthCareProviderStartDate", provider.validity().start());
        out.dateTime("healthCareProviderEndDate", provider.validity().end());
    }

    @Override
    public Optional<HealthCareUnit> read(ElementReader in) throws XMLStreamException {
        HealthCareUnit unit = null;
        while (in.nextChild()) {
            if (in.name().equals("healthCareUnit")) {
                unit = healthCareUnit(in);
            } else {
                in.skip();
            }
        }
        return Optional.ofNullable(unit);
    }

    private static HealthCareUnit healthCareUnit(ElementReader in) throws XMLStreamException {
        boolean isHealthCareUnit = false;
        var member = new Parts();
        var unit = new Parts();
        var provider = new Parts();
        var manager = new Parts();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "unitIsHealthCareUnit" -> isHealthCareUnit = in.bool();
                case "healthCareUnitMemberHsaId" ->
                        member.hsaId = HsaId.tryParse(in.token()).orElse(null);
                case "healthCareUnitMemberName" -> member.name = in.text();
                case "healthCareUnitMemberPublicName" -> member.publicName = in.text();
                case "healthCareUnitMemberStartDate" -> member.validity.start(in);
                case "healthCareUnitMemberEndDate" -> member.validity.end(in);
                case "feignedHealthCareUnitMember" -> member.feigned = in.bool();
                case "archivedHealthCareUnitMember" -> member.archived = in.bool();
                case "healthCareUnitHsaId" -> unit.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareUnitName" -> unit.name = in.text();
                case "healthCareUnitPublicName" -> unit.publicName = in.text();
                case "healthCareUnitStartDate" -> unit.validity.start(in);
                case "healthCareUnitEndDate" -> unit.validity.end(in);
                case "feignedHealthCareUnit" -> unit.feigned = in.bool();
                case "archivedHealthCareUnit" -> unit.archived = in.bool();
                case "healthCareProviderHsaId" -> provider.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareProviderName" -> provider.name = in.text();
                case "healthCareProviderPublicName" -> provider.publicName = in.text();
                case "healthCareProviderOrgNo" -> provider.orgNo = in.token();
                case "healthCareProviderStartDate" -> provider.validity.start(in);
                case "healthCareProviderEndDate" -> provider.validity.end(in);
                case "feignedHealthCareProvider" -> provider.feigned = in.bool();
                case "archivedHealthCareProvider" -> provider.archived = in.bool();
                case "healthCareUnitManagerHsaId" ->
                        manager.hsaId = HsaId.tryParse(in.token()).orElse(null);
                case "feignedHealthCareUnitManager" -> manager.feigned = in.bool();
                default -> in.skip();
            }
        }
        return new HealthCareUnit(
                isHealthCareUnit,
                member.hsaId == null
                        ? Optional.empty()
                        : Optional.of(member.unit("healthCareUnitMemberHsaId")),
                unit.unit("healthCareUnitHsaId"),
                provider.provider(),
                Optional.ofNullable(manager.hsaId),
                manager.feigned);
    }
}
