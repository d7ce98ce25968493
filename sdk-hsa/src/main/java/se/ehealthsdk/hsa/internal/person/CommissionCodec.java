package se.ehealthsdk.hsa.internal.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.CommissionScope;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code CommissionType} of authorizationmanagement. */
final class CommissionCodec {

    private CommissionCodec() {}

    static void write(Commission commission, ElementWriter out) throws XMLStreamException {
        out.text("commissionName", commission.name());
        out.text("commissionHsaId", commission.hsaId().value());
        out.text("commissionPurpose", commission.purpose().text());
        for (CommissionRight right : commission.rights()) {
            out.start("commissionRight");
            out.text("activity", right.activity());
            out.text("informationClass", right.informationClass());
            out.text("scope", right.scope().text());
            out.end();
        }
        UnitSummary unit = commission.careUnit().orElse(null);
        if (unit != null) {
            out.text("healthCareUnitHsaId", unit.hsaId().value());
            out.text("healthCareUnitName", unit.name());
            out.dateTime("healthCareUnitStartDate", unit.validity().start());
            out.dateTime("healthCareUnitEndDate", unit.validity().end());
        }
        CareProvider provider = commission.careProvider();
        out.text("healthCareProviderHsaId", provider.hsaId().value());
        out.text("healthCareProviderName", provider.name());
        out.text("healthCareProviderOrgNo", provider.orgNo());
        out.dateTime("healthCareProviderStartDate", provider.validity().start());
        out.dateTime("healthCareProviderEndDate", provider.validity().end());
        out.ifTrue("feignedHealthCareProvider", provider.feigned());
        out.ifTrue("feignedHealthCareUnit", unit != null && unit.feigned());
        out.ifTrue("feignedCommission", commission.feigned());
        out.ifTrue("archivedHealthCareProvider", provider.archived());
        out.ifTrue("archivedHealthCareUnit", unit != null && unit.archived());
        out.in(AuthorizationNamespaces.CORE_2_2)
                .text("pharmacyIdentifier", commission.pharmacyIdentifier());
    }

    static Commission read(ElementReader in) throws XMLStreamException {
        String name = "";
        HsaId hsaId = null;
        CommissionPurpose purpose = null;
        List<CommissionRight> rights = new ArrayList<>();
        var unit = new Organisation();
        var provider = new Organisation();
        String orgNo = "";
        Optional<String> pharmacyIdentifier = Optional.empty();
        boolean feigned = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "commissionName" -> name = in.token();
                case "commissionHsaId" -> hsaId = CommonTypes.hsaId(in, "commissionHsaId");
                case "commissionPurpose" -> purpose = readPurpose(in);
                case "commissionRight" -> rights.add(readRight(in));
                case "healthCareUnitHsaId" -> unit.hsaId = in.token();
                case "healthCareUnitName" -> unit.name = in.token();
                case "healthCareUnitStartDate" -> unit.validity.start(in);
                case "healthCareUnitEndDate" -> unit.validity.end(in);
                case "healthCareProviderHsaId" -> provider.hsaId = in.token();
                case "healthCareProviderName" -> provider.name = in.token();
                case "healthCareProviderOrgNo" -> orgNo = in.token();
                case "healthCareProviderStartDate" -> provider.validity.start(in);
                case "healthCareProviderEndDate" -> provider.validity.end(in);
                case "feignedHealthCareProvider" -> provider.feigned = in.bool();
                case "feignedHealthCareUnit" -> unit.feigned = in.bool();
                case "feignedCommission" -> feigned = in.bool();
                case "archivedHealthCareProvider" -> provider.archived = in.bool();
                case "archivedHealthCareUnit" -> unit.archived = in.bool();
                case "pharmacyIdentifier" -> pharmacyIdentifier = Optional.of(in.token());
                default -> in.skip();
            }
        }
        return new Commission(
                CommonTypes.required(hsaId, "commissionHsaId"),
                name,
                CommonTypes.required(purpose, "commissionPurpose"),
                rights,
                unit.hsaId.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new UnitSummary(
                                        unit.readHsaId("healthCareUnitHsaId"),
                                        unit.name,
                                        Optional.empty(),
                                        unit.validity.validity(),
                                        unit.feigned,
                                        unit.archived)),
                new CareProvider(
                        provider.readHsaId("healthCareProviderHsaId"),
                        provider.name,
                        Optional.empty(),
                        orgNo,
                        provider.validity.validity(),
                        provider.feigned,
                        provider.archived),
                pharmacyIdentifier.filter(text -> !text.isEmpty()),
                feigned);
    }

    private static CommissionPurpose readPurpose(ElementReader in) throws XMLStreamException {
        String text = in.token();
        if (text.isEmpty()) {
            throw new XMLStreamException("commissionPurpose is empty");
        }
        return new CommissionPurpose(text);
    }

    private static CommissionRight readRight(ElementReader in) throws XMLStreamException {
        String activity = "";
        String informationClass = "";
        String scope = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "activity" -> activity = in.token();
                case "informationClass" -> informationClass = in.token();
                case "scope" -> scope = in.token();
                default -> in.skip();
            }
        }
        return new CommissionRight(activity, informationClass, new CommissionScope(scope));
    }

    /** What care unit and care provider have in common, while it is read. */
    private static final class Organisation {

        private final CommonTypes.ValidityReader validity = new CommonTypes.ValidityReader();
        private String hsaId = "";
        private String name = "";
        private boolean archived;
        private boolean feigned;

        HsaId readHsaId(String element) throws XMLStreamException {
            return HsaId.tryParse(hsaId)
                    .orElseThrow(
                            () -> new XMLStreamException(element + " is missing or not an HSA-id"));
        }
    }
}
