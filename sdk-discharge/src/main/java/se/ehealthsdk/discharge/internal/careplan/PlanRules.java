package se.ehealthsdk.discharge.internal.careplan;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.discharge.careplan.AccountableProfessional;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.CodedValue;
import se.ehealthsdk.discharge.careplan.ParticipatingUnit;
import se.ehealthsdk.discharge.careplan.PlanContent;

/**
 * What the contract asks of a plan that is sent, beyond its schema. Names elements, never what they hold.
 *
 * <p>Source: GetCarePlans 2.0, description 3.0 sections 4 and 7.2, its rule 1 and its Schematron.
 */
public final class PlanRules {

    private PlanRules() {}

    /**
     * @param largestDocument bytes of an embedded document at most
     * @throws InvalidInputException for the first rule that is broken
     */
    public static void check(CarePlan plan, long largestDocument) {
        required("documentId", plan.documentId());
        hsaId("sourceSystemHSAId", Optional.of(plan.sourceSystem()));
        if (LogicalAddress.tryParse(plan.sourceSystem()).isEmpty()) {
            throw new InvalidInputException(
                    "sourceSystemHSAId", "holds white space", "what a call can be addressed to");
        }
        required("documentTitle", plan.documentTitle().orElse(""));
        time("documentTime", plan.documentTime());
        required("id of patientId", plan.patient().id());
        required("type of patientId", plan.patient().type());
        if (plan.patient().isNational() && !plan.patient().id().matches("[0-9]{12}")) {
            throw new InvalidInputException(
                    "id of patientId", "is not twelve digits", "twelve without separator");
        }
        check(plan.accountable());
        plan.legalAuthenticator()
                .ifPresent(
                        signer -> {
                            time("signatureTime", Optional.of(signer.signatureTime()));
                            optionalHsaId("legalAuthenticatorHSAId", signer.hsaId());
                        });
        if (plan.nullified() || plan.nullifiedReason().isPresent()) {
            throw new InvalidInputException(
                    "nullified", "must not be sent", "a store that leaves out revoked plans");
        }
        plan.careContactId().ifPresent(id -> required("careContactId", id));
        plan.contents().forEach(content -> check(content, largestDocument));
        plan.participatingUnits().forEach(PlanRules::check);
        if (plan.type().isPresent() && !plan.type().get().isKnown()) {
            throw new InvalidInputException(
                    "typeOfCarePlanEnum", "is not in the contract", "one of its eight codes");
        }
    }

    private static void check(AccountableProfessional who) {
        time("authorTime", Optional.of(who.authorTime()));
        optionalHsaId("healthcareProfessionalHSAId", who.hsaId());
        // rule 1: nobody shows a plan without them in shared records
        hsaId("healthcareProfessionalCareUnitHSAId", who.careUnit());
        hsaId("healthcareProfessionalCareGiverHSAId", who.careGiver());
        who.role().ifPresent(PlanRules::check);
        who.orgUnit().ifPresent(unit -> optionalHsaId("orgUnitHSAId", unit.hsaId()));
    }

    private static void check(CodedValue role) {
        boolean code =
                role.code().isPresent()
                        && role.codeSystem().isPresent()
                        && role.displayName().isPresent()
                        && role.originalText().isEmpty();
        boolean text =
                role.originalText().isPresent()
                        && role.code().isEmpty()
                        && role.codeSystem().isEmpty()
                        && role.codeSystemName().isEmpty()
                        && role.codeSystemVersion().isEmpty()
                        && role.displayName().isEmpty();
        if (!code && !text) {
            throw new InvalidInputException(
                    "healthcareProfessionalRoleCode",
                    "is neither a code nor a text",
                    "code, codeSystem and displayName together, or originalText alone");
        }
    }

    private static void check(PlanContent content, long largestDocument) {
        if (content.id().isPresent()) {
            throw new InvalidInputException("id of content", "must not be sent", "none");
        }
        if (!content.mediaType().isInContract()) {
            throw new InvalidInputException(
                    "mediaType", "is not in the contract", "one of its codes, as application/pdf");
        }
        if (content.value().isPresent() == content.reference().isPresent()) {
            throw new InvalidInputException(
                    "content", "has not one of value and reference", "exactly one of the two");
        }
        if (content.value().isPresent()) {
            long size = content.value().get().size();
            if (size == 0 || size > largestDocument) {
                throw new InvalidInputException(
                        "value",
                        "is empty, or larger than is sent embedded",
                        "1 to " + largestDocument + " bytes, or a reference");
            }
        } else {
            required("reference", content.reference().orElse(""));
        }
    }

    private static void check(ParticipatingUnit unit) {
        if (!unit.root().equals(HsaId.OID)) {
            throw new InvalidInputException(
                    "root of participatingCareUnitHSAId", "is not the OID of HSA-ids", HsaId.OID);
        }
        hsaId("extension of participatingCareUnitHSAId", unit.extension());
    }

    private static void optionalHsaId(String element, Optional<String> id) {
        if (id.isPresent()) {
            hsaId(element, id);
        }
    }

    private static void hsaId(String element, Optional<String> id) {
        if (id.flatMap(HsaId::tryParse).isEmpty()) {
            throw new InvalidInputException(
                    element, "is missing or no HSA-id", "1 to 32 visible characters");
        }
    }

    private static void time(String element, Optional<LocalDateTime> time) {
        if (time.isPresent() && !PlanTimes.isWritable(time.get().toLocalDate())) {
            throw new InvalidInputException(
                    element, "has a year that the contract cannot write", "1900 to 2099");
        }
    }

    private static void required(String element, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException(element, "is missing or blank", "a text");
        }
    }
}
