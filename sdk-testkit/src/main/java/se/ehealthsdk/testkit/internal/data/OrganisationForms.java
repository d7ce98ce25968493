package se.ehealthsdk.testkit.internal.data;

import static se.ehealthsdk.testkit.internal.data.Kind.Text.ANY;
import static se.ehealthsdk.testkit.internal.data.Values.HSA_ID;
import static se.ehealthsdk.testkit.internal.data.Values.NAME;

import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.internal.data.Kind.Target;
import se.ehealthsdk.testkit.internal.data.Values.Output;

/** Care providers, and commissions. */
final class OrganisationForms {

    static final Form CARE_PROVIDER =
            Values.validity(
                            Form.of("careProvider", "a care provider (vårdgivare)")
                                    .must("hsaId", HSA_ID, "")
                                    .must("name", NAME, "")
                                    .may(
                                            "publicName",
                                            ANY,
                                            "for patients; the name unless said, none if \"\"")
                                    .must(
                                            "organisationNumber",
                                            Kind.Text.of(
                                                    "^(16)?[0-9]{6}-?[0-9]{4}$",
                                                    "ten digits, as 232100-0156", "232100-0156"),
                                            ""))
                    .flags("feigned", "archived")
                    .build();

    static final Form COMMISSION =
            Form.of("commission", "a commission (medarbetaruppdrag)")
                    .must("hsaId", HSA_ID, "")
                    .must("name", NAME, "")
                    .must("purpose", NAME, "as Vård och behandling")
                    .must(
                            "holder",
                            HSA_ID.to(Target.UNIT, Target.CARE_PROVIDER),
                            "a health care unit (vårdenhet), or a care provider (vårdgivare)")
                    .list(
                            "rights",
                            Kind.Text.of(
                                    "^[^;]*;[^;]*;[^;]*$",
                                    "activity;class of information;scope, as Läsa;alla;SJF",
                                    "Läsa;alla;SJF"),
                            "what its members may do")
                    .may("pharmacyIdentifier", ANY, "GLN and business code of a pharmacy")
                    .flags("feigned")
                    .build();

    private OrganisationForms() {}

    static CareProvider careProvider(Entry in) {
        String name = in.text("name");
        return new CareProvider(
                in.value("hsaId", HsaId::of),
                name,
                Optional.of(in.optional("publicName").orElse(name)).filter(it -> !it.isEmpty()),
                in.value("organisationNumber", OrganisationNumber::of).hyphenated(),
                Values.validity(in),
                in.flag("feigned"),
                in.flag("archived"));
    }

    static Map<String, Object> write(CareProvider provider) {
        Output out = new Output();
        out.text("hsaId", provider.hsaId().value());
        out.text("name", provider.name());
        String publicName = provider.publicName().orElse("");
        if (!publicName.equals(provider.name())) {
            out.text("publicName", publicName);
        }
        out.text("organisationNumber", provider.orgNo());
        Values.write(out, provider.validity());
        out.flag("feigned", provider.feigned());
        out.flag("archived", provider.archived());
        return out.done();
    }

    static DirectoryCommission commission(Entry in) {
        return new DirectoryCommission(
                in.value("hsaId", HsaId::of),
                in.text("name"),
                in.value("purpose", CommissionPurpose::of),
                in.list("rights", CommissionRight::parse),
                in.value("holder", HsaId::of),
                in.optional("pharmacyIdentifier"),
                in.flag("feigned"));
    }

    static Map<String, Object> write(DirectoryCommission commission) {
        Output out = new Output();
        out.text("hsaId", commission.hsaId().value());
        out.text("name", commission.name());
        out.text("purpose", commission.purpose().text());
        out.text("holder", commission.holder().value());
        out.list("rights", commission.rights().stream().map(CommissionRight::format).toList());
        out.put("pharmacyIdentifier", commission.pharmacyIdentifier());
        out.flag("feigned", commission.feigned());
        return out.done();
    }
}
