package se.ehealthsdk.hsa.webcert;

import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.BLOCKS;
import static se.ehealthsdk.hsa.readiness.ReadinessFinding.Severity.LIMITS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Authorisation;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.readiness.HsaAnswer;
import se.ehealthsdk.hsa.readiness.NotFoundOut;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;

/** Goes through the answers of HSA once, and collects. */
final class ReadinessCheck {

    private static final String LOCAL = "the local HSA administrator (lokal HSA-administratör)";
    private static final Set<Authorisation.Reason> OF_THE_PLACE =
            Set.of(
                    Authorisation.Reason.UNIT_NOT_IN_USE,
                    Authorisation.Reason.NOT_YET_VALID,
                    Authorisation.Reason.EXPIRED);
    private static final String NOT_TOLD =
            "unknown, protected, not visible to this system, or not complete in HSA";

    /** Of the findings that are about one attribute of the directory. */
    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "UNIT_MAIL_MISSING", "mail",
                    "UNIT_TELEPHONE_MISSING", "telephoneNumber",
                    "UNIT_ADDRESS_MISSING", "postalAddress",
                    "UNIT_POSTAL_CODE_MISSING", "postalCode",
                    "UNIT_TOWN_MISSING", "postalAddress",
                    "WORKPLACE_CODE_MISSING", "unitPrescriptionCode",
                    "ORGANISATION_NUMBER_MISSING", "orgNo",
                    "TITLE_CODE_MISSING", "paTitleCode",
                    "ROLE_GROUP_CODE_MISSING", "hsaGroupPrescriptionCode");

    private final WebcertFacts facts;
    private final Instant at;
    private final List<ReadinessFinding> findings = new ArrayList<>();
    private final List<NotFoundOut> open = new ArrayList<>();

    ReadinessCheck(WebcertFacts facts, Instant at) {
        this.facts = facts;
        this.at = at;
    }

    WebcertReadiness result() {
        careUnit();
        unit();
        Optional<RoleDecision> role = Optional.empty();
        if (personIsTold()) {
            commission();
            role = role();
        }
        findings.sort(Comparator.comparing(ReadinessFinding::severity));
        return new WebcertReadiness(facts.person(), facts.unit(), role, findings, open);
    }

    // ---- the person

    private boolean personIsTold() {
        notFoundOut("name, titles and licences of the person (GetEmployee)", facts.employee());
        notFoundOut(
                "commissions, codes and licences of the person (GetCredentialsForPerson)",
                facts.credentials());
        if (facts.employee() instanceof HsaAnswer.NothingTold<Employee>
                || facts.credentials() instanceof HsaAnswer.NothingTold<Credentials>) {
            blocks(
                    "PERSON_NOT_TOLD",
                    facts.person(),
                    "HSA tells of nobody with this HSA-id: " + NOT_TOLD,
                    LOCAL,
                    "HSA, the person's post",
                    "the person cannot log in to Webcert, and CreateDraftCertificate is refused");
            return false;
        }
        facts.employee()
                .told()
                .filter(post -> !post.validity().at(at))
                .ifPresent(
                        post ->
                                blocks(
                                        "PERSON_NOT_VALID",
                                        facts.person(),
                                        "the person's post is not valid at this time",
                                        LOCAL,
                                        "HSA, the person's post, startDate and endDate",
                                        "the person cannot log in to Webcert"));
        return true;
    }

    private void commission() {
        Optional<Credentials> person = facts.credentials().told();
        if (person.isEmpty()) {
            return;
        }
        Authorisation answer =
                Authorisation.of(
                        List.of(person.get()),
                        facts.unit(),
                        facts.careUnit().told(),
                        CommissionPurpose.CARE_AND_TREATMENT,
                        at);
        if (answer instanceof Authorisation.Denied denied) {
            if (denied.reason().equals(Authorisation.Reason.UNIT_WITHOUT_CARE_UNIT)) {
                unknownCareUnit();
                return;
            }
            if (OF_THE_PLACE.contains(denied.reason()) && placeHasFinding()) {
                return;
            }
            blocks(
                    "COMMISSION_" + denied.reason().code(),
                    facts.person(),
                    "no active commission with the purpose Vård och behandling at the unit: "
                            + denied.reason().explanation(),
                    LOCAL + " of the care unit",
                    "HSA, the care unit's commissions (medarbetaruppdrag): purpose, members and"
                            + " dates",
                    "the person cannot log in to Webcert for this unit, and"
                            + " CreateDraftCertificate is refused with \"No valid MIU\"");
        }
    }

    /** That HSA tells of no care unit is a finding about the unit, said once. */
    private void unknownCareUnit() {
        if (!facts.careUnit().isKnown()) {
            open.add(
                    new NotFoundOut(
                            "whether the person has a commission at the unit's care unit",
                            "it is not known which care unit the unit belongs to"));
        }
    }

    /** Whether it has been said that unit, care unit or care provider is not in use. */
    private boolean placeHasFinding() {
        return findings.stream().anyMatch(each -> each.code().endsWith("_NOT_IN_USE"));
    }

    private Optional<RoleDecision> role() {
        RoleDecision decision = WebcertRole.of(facts.employee().told(), facts.credentials().told());
        boolean certain =
                decision.role() == WebcertRole.DOCTOR
                        || facts.employee().isKnown() && facts.credentials().isKnown();
        if (!certain) {
            open.add(
                    new NotFoundOut(
                            "which role the person gets in Webcert",
                            "what decides it could not be read"));
            return Optional.empty();
        }
        if (decision.role() == WebcertRole.CARE_ADMINISTRATOR) {
            administrator();
        }
        if (decision.role() == WebcertRole.DOCTOR || decision.role() == WebcertRole.DENTIST) {
            signer(decision);
        }
        return Optional.of(decision);
    }

    /** Says what a doctor without licence lacks, where the title shows that one is meant. */
    private void administrator() {
        for (Map.Entry<String, List<String>> pair : WebcertRole.DOCTORS_BY_GROUP_CODE.entrySet()) {
            if (titleCodes().anyMatch(pair.getKey()::equals)) {
                limits(
                        "ROLE_GROUP_CODE_MISSING",
                        facts.person(),
                        "title code "
                                + pair.getKey()
                                + " without a group prescription code that goes with it ("
                                + String.join(" or ", pair.getValue())
                                + ")",
                        LOCAL,
                        "HSA, the person's post, hsaGroupPrescriptionCode"
                                + " (gruppförskrivarkod)",
                        "the person is a care administrator in Webcert and cannot sign");
                return;
            }
        }
        limits(
                "ROLE_CARE_ADMINISTRATOR",
                facts.person(),
                "no licence, title code or group prescription code that makes another role",
                "Socialstyrelsen for a licence, which HSA copies from HOSP; "
                        + LOCAL
                        + " for title codes",
                "HOSP (legitimerad yrkesgrupp), or HSA, the person's post, paTitleCode"
                        + " (befattningskod)",
                "the person prepares certificates in Webcert but cannot sign; as it should be for"
                        + " administrators");
    }

    private void signer(RoleDecision decision) {
        facts.credentials()
                .told()
                .filter(
                        post ->
                                post.personalPrescriptionCode().isEmpty()
                                        && post.groupPrescriptionCodes().isEmpty())
                .ifPresent(
                        post ->
                                limits(
                                        "PRESCRIPTION_CODE_MISSING",
                                        facts.person(),
                                        "neither a personal nor a group prescription code",
                                        "Socialstyrelsen for the personal code (förskrivarkod);"
                                                + " "
                                                + LOCAL
                                                + " for the group code",
                                        "HOSP, or HSA, the person's post,"
                                                + " hsaGroupPrescriptionCode",
                                        "Inera asks for one; certificates carry 0000000 in either"
                                                + " case"));
        boolean titleless =
                facts.employee().isKnown()
                        && facts.credentials().isKnown()
                        && titleCodes().findAny().isEmpty();
        if (titleless) {
            limits(
                    "TITLE_CODE_MISSING",
                    facts.person(),
                    "no title code (befattningskod) beside the role " + decision.role().code(),
                    LOCAL,
                    "HSA, the person's post, paTitleCode and paTitleName",
                    "certificates say nothing of the signer's position");
        }
    }

    private Stream<String> titleCodes() {
        return Stream.concat(
                facts.employee().told().stream()
                        .flatMap(post -> post.paTitles().stream())
                        .map(PaTitle::code)
                        .flatMap(Optional::stream),
                facts.credentials().told().stream().flatMap(post -> post.paTitleCodes().stream()));
    }

    // ---- care unit and care provider

    private void careUnit() {
        notFoundOut(
                "which care unit and care provider the unit belongs to (GetHealthCareUnit)",
                facts.careUnit());
        if (facts.careUnit() instanceof HsaAnswer.NothingTold<HealthCareUnit>) {
            blocks(
                    "UNIT_WITHOUT_CARE_UNIT",
                    facts.unit(),
                    "HSA tells of no care unit (vårdenhet) that the unit is or belongs to: "
                            + NOT_TOLD,
                    LOCAL,
                    "HSA, the care unit's post, hsaHealthCareUnitMember, and its care provider in"
                            + " hsaResponsibleHealthCareProvider",
                    "no certificate can be issued at the unit");
        }
        facts.careUnit().told().ifPresent(this::careUnit);
    }

    private void careUnit(HealthCareUnit found) {
        boolean unitInUse =
                found.unit().validAt(at) && found.member().map(it -> it.validAt(at)).orElse(true);
        if (!unitInUse) {
            blocks(
                    "CARE_UNIT_NOT_IN_USE",
                    found.unit().hsaId(),
                    "the unit or its care unit is not in use at this time",
                    LOCAL,
                    "HSA, the unit's post, startDate and endDate",
                    "Webcert leaves the unit out");
        }
        CareProvider provider = found.provider();
        if (!provider.validAt(at)) {
            blocks(
                    "CARE_PROVIDER_NOT_IN_USE",
                    provider.hsaId(),
                    "the care provider is not in use at this time",
                    LOCAL + " of the care provider",
                    "HSA, the care provider's post, startDate and endDate",
                    "Webcert leaves the care provider and its units out");
        }
        if (provider.organisationNumber().isEmpty()) {
            blocks(
                    "ORGANISATION_NUMBER_MISSING",
                    provider.hsaId(),
                    provider.orgNo().isBlank()
                            ? "the care provider has no organisation number"
                            : "the care provider's organisation number is not written as one",
                    LOCAL + " of the care provider",
                    "HSA, the care provider's post, orgNo (organisationsnummer)",
                    "HSA leaves out commissions of a provider without one, and Webcert cannot tell"
                            + " which subscription it has");
        }
    }

    // ---- the unit

    private void unit() {
        notFoundOut("mail, telephone and address of the unit (GetUnit)", facts.unitPost());
        if (!facts.careUnitPost().equals(facts.unitPost())) {
            notFoundOut(
                    "mail, telephone and address of the care unit (GetUnit)", facts.careUnitPost());
        }
        notFoundOut("workplace codes of the unit (GetHealthCareUnitMembers)", facts.members());
        if (facts.unitPost() instanceof HsaAnswer.NothingTold<Unit>) {
            blocks(
                    "UNIT_NOT_TOLD",
                    facts.unit(),
                    "HSA tells of no unit with this HSA-id: " + NOT_TOLD,
                    LOCAL,
                    "HSA, the unit's post",
                    "no certificate can be issued at the unit");
            return;
        }
        workplaceCode();
        mail();
        facts.unitPost().told().ifPresent(this::contact);
    }

    /** A member without a code of its own has the care unit's. */
    private void workplaceCode() {
        Optional<HealthCareUnitMembers> told = facts.members().told();
        boolean known =
                told.isPresent()
                        || facts.members() instanceof HsaAnswer.NothingTold<HealthCareUnitMembers>
                                && facts.careUnit().told().isPresent();
        if (known
                && details()
                        .noneMatch(each -> each.workplaceCodes().stream().anyMatch(this::says))) {
            blocks(
                    "WORKPLACE_CODE_MISSING",
                    facts.unit(),
                    "neither the unit nor its care unit has a workplace code (arbetsplatskod)",
                    LOCAL + "; the region gives out the codes",
                    "HSA, the unit's post, unitPrescriptionCode",
                    "certificates lack a mandatory value: status updates carry TEMPORARY"
                            + " ARBETSPLATSKOD in its place");
        }
    }

    private Stream<UnitDetails> details() {
        return facts.members().told().stream()
                .flatMap(
                        unit ->
                                Stream.concat(
                                        unit.members().stream()
                                                .filter(each -> each.hsaId().equals(facts.unit()))
                                                .map(CareUnitMember::details),
                                        Stream.of(unit.details())));
    }

    private void mail() {
        boolean known = facts.unitPost().isKnown() && facts.careUnitPost().isKnown();
        if (known && posts().noneMatch(each -> each.mail().filter(this::says).isPresent())) {
            blocks(
                    "UNIT_MAIL_MISSING",
                    facts.unit(),
                    "neither the unit nor its care unit has an e-mail address",
                    LOCAL,
                    "HSA, the unit's post, mail",
                    "Inera demands one before the unit starts, and Webcert cannot tell the unit"
                            + " of questions by mail");
        }
    }

    private Stream<Unit> posts() {
        return Stream.of(facts.unitPost(), facts.careUnitPost())
                .flatMap(each -> each.told().stream());
    }

    private void contact(Unit unit) {
        if (!unit.validAt(at) && !placeHasFinding()) {
            blocks(
                    "UNIT_NOT_IN_USE",
                    facts.unit(),
                    "the unit is not in use at this time",
                    LOCAL,
                    "HSA, the unit's post, startDate and endDate",
                    "Webcert leaves the unit out");
        }
        List<String> telephones = new ArrayList<>(unit.telephones().numbers());
        unit.telephones().switchboard().ifPresent(telephones::add);
        ownDetails().forEach(each -> telephones.addAll(each.telephoneNumbers()));
        if (facts.members().isKnown() && telephones.stream().noneMatch(this::says)) {
            incomplete("UNIT_TELEPHONE_MISSING", "telephone number", "telephoneNumber");
        }
        List<PostalAddress> addresses =
                Stream.concat(
                                unit.place().postalAddress().stream(),
                                ownDetails().flatMap(each -> each.postalAddress().stream()))
                        .toList();
        if (!facts.members().isKnown() && addresses.isEmpty()) {
            return;
        }
        String where = "postalAddress or hsaPostalAddress, postalCode";
        if (addresses.stream().noneMatch(this::hasStreet)) {
            incomplete("UNIT_ADDRESS_MISSING", "postal address", where);
        }
        if (addresses.stream().noneMatch(this::hasPostalCode)) {
            incomplete("UNIT_POSTAL_CODE_MISSING", "postal code", where);
        }
        if (addresses.stream().noneMatch(this::hasTown)) {
            incomplete("UNIT_TOWN_MISSING", "postal town (postort)", where);
        }
    }

    /** The unit's own among the answer about its care unit. */
    private Stream<UnitDetails> ownDetails() {
        return facts.members().told().stream()
                .flatMap(
                        unit ->
                                unit.hsaId().equals(facts.unit())
                                        ? Stream.of(unit.details())
                                        : unit.members().stream()
                                                .filter(each -> each.hsaId().equals(facts.unit()))
                                                .map(CareUnitMember::details));
    }

    private boolean hasStreet(PostalAddress address) {
        boolean inParts =
                address.parts()
                        .filter(
                                parts ->
                                        parts.street().filter(this::says).isPresent()
                                                || parts.addressees().stream().anyMatch(this::says))
                        .isPresent();
        long lines = address.lines().stream().filter(this::says).count();
        return inParts || lines > (address.postalTown().isPresent() ? 1 : 0);
    }

    private boolean hasPostalCode(PostalAddress address) {
        return address.postalCode().filter(this::says).isPresent()
                || address.postalTown()
                        .map(PostalAddress.PostalTown::postCode)
                        .filter(this::says)
                        .isPresent();
    }

    private boolean hasTown(PostalAddress address) {
        return address.postalTown()
                .map(PostalAddress.PostalTown::town)
                .filter(this::says)
                .isPresent();
    }

    private void incomplete(String code, String what, String attribute) {
        limits(
                code,
                facts.unit(),
                "the unit has no " + what,
                LOCAL,
                "HSA, the unit's post, " + attribute,
                "it must be filled in by hand before each certificate can be signed");
    }

    private boolean says(String text) {
        return !text.isBlank();
    }

    // ---- collecting

    private void notFoundOut(String question, HsaAnswer<?> answer) {
        if (answer instanceof HsaAnswer.NotFoundOut<?> failed) {
            open.add(new NotFoundOut(question, failed.problem()));
        }
    }

    private void blocks(
            String code,
            HsaId about,
            String wrong,
            String mender,
            String where,
            String consequence) {
        add(code, BLOCKS, about, wrong, mender, where, consequence);
    }

    private void limits(
            String code,
            HsaId about,
            String wrong,
            String mender,
            String where,
            String consequence) {
        add(code, LIMITS, about, wrong, mender, where, consequence);
    }

    private void add(
            String code,
            ReadinessFinding.Severity severity,
            HsaId about,
            String wrong,
            String mender,
            String where,
            String consequence) {
        findings.add(
                new ReadinessFinding(
                        code,
                        severity,
                        about,
                        Optional.ofNullable(ATTRIBUTES.get(code)),
                        wrong,
                        Optional.empty(),
                        mender,
                        where,
                        consequence,
                        Optional.empty()));
    }
}
