package se.ehealthsdk.testkit.careplan;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.internal.http.LostAnswer;

/** A source system with care plans, which answers GetCarePlans at its own HSA-id. Safe for use by many threads. */
public final class SourceSystem {

    private static final Rule ADDRESS = Rules.of("careplans.source-address");
    private static final Rule CONTACT = Rules.of("careplans.contact-without-source");
    private static final Rule RESERVE = Rules.of("careplans.reserve-number");

    private final Supplier<Inspector> inspector;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final HsaId id;
    private final Ids ids;
    private final List<StoredPlan> plans = new ArrayList<>();
    private @Nullable SourceFault fault;

    SourceSystem(HsaId id, Ids ids, Supplier<Inspector> inspector) {
        this.inspector = inspector;
        this.id = id;
        this.ids = ids;
    }

    /** Its HSA-id, which is its logical address. */
    public HsaId id() {
        return id;
    }

    /** Saves a plan; one with the same id is replaced. The engagement index hears of it from who tests, or not at all. */
    public synchronized SourceSystem save(StoredPlan plan) {
        plans.removeIf(each -> each.documentId().equals(plan.documentId()));
        plans.add(plan);
        return this;
    }

    /** Removes a plan. */
    public synchronized void remove(String documentId) {
        plans.removeIf(each -> each.documentId().equals(documentId));
    }

    /** What it has. */
    public synchronized List<StoredPlan> plans() {
        return List.copyOf(plans);
    }

    /** From now on it is wrong in this way. */
    public synchronized void fails(SourceFault how) {
        fault = how;
    }

    /** From now on it works. */
    public synchronized void works() {
        fault = null;
    }

    /** Whether the aggregating service gets nothing from it. */
    synchronized boolean isSilent() {
        return fault != null && fault != SourceFault.WRITES_AS_DESCRIBED;
    }

    synchronized Part answer(Part request) {
        if (fault == SourceFault.DOWN) {
            throw RivtaFault.server("The source system is down");
        }
        if (fault == SourceFault.ANSWER_LOST) {
            throw new LostAnswer();
        }
        Optional<String> wrong =
                fault == SourceFault.REFUSES ? Optional.of("Nej.") : wrong(request);
        if (wrong.isPresent()) {
            return Wire.answer(
                    Stream.empty(),
                    Wire.result("ERROR", "INVALID_REQUEST", ids.next(), wrong.get()));
        }
        return Wire.answer(found(request), Wire.result("OK", null, ids.next(), null));
    }

    private Optional<String> wrong(Part request) {
        String source = request.at("sourceSystemHSAId");
        String type = request.part("patientId").orElseThrow().at("type");
        boolean contacts = request.part("careContactId").isPresent();
        if (!source.isEmpty()
                && !source.equalsIgnoreCase(id.value())
                && inspector.get().refuses(ADDRESS, "sourceSystemHSAId", source)) {
            return Optional.of("Fel källsystem.");
        }
        boolean needed =
                contacts
                        || !type.equals("1.2.752.129.2.1.3.1")
                                && !type.equals("1.2.752.129.2.1.3.3");
        return source.isEmpty()
                        && needed
                        && inspector.get().refuses(contacts ? CONTACT : RESERVE, "GetCarePlans")
                ? Optional.of("Källsystem måste anges.")
                : Optional.empty();
    }

    /** Its plans that match. */
    synchronized Stream<Part> found(Part request) {
        Part patient = request.part("patientId").orElseThrow();
        List<String> units = request.all("careUnitHSAId").map(Part::text).toList();
        List<String> contacts = request.all("careContactId").map(Part::text).toList();
        String first = request.part("datePeriod").map(period -> period.at("start")).orElse("0");
        String last = request.part("datePeriod").map(period -> period.at("end")).orElse("9");
        return plans.stream()
                .filter(plan -> plan.patientId().equals(patient.at("id")))
                .filter(plan -> plan.patientType().equals(patient.at("type")))
                .filter(plan -> units.isEmpty() || units.contains(plan.careUnit()))
                .filter(
                        plan ->
                                contacts.isEmpty()
                                        || plan.careContactId()
                                                .filter(contacts::contains)
                                                .isPresent())
                .filter(
                        plan -> {
                            String day = TIME.format(plan.authorTime()).substring(0, 8);
                            return day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
                        })
                .map(this::written)
                .toList()
                .stream();
    }

    private Part written(StoredPlan plan) {
        boolean described = fault == SourceFault.WRITES_AS_DESCRIBED;
        String time = TIME.format(plan.authorTime());
        return Part.of(
                Wire.RESPONDER,
                "carePlan",
                Wire.core(
                        "carePlanHeader",
                        Wire.core("documentId", plan.documentId()),
                        Wire.core("sourceSystemHSAId", id.value()),
                        plan.title().map(title -> Wire.core("documentTitle", title)).orElse(null),
                        Wire.core("documentTime", time),
                        Wire.core(
                                "patientId",
                                Wire.core("id", plan.patientId()),
                                Wire.core("type", plan.patientType())),
                        Wire.core(
                                "accountableHealthcareProfessional",
                                Wire.core("authorTime", time),
                                Wire.core("healthcareProfessionalCareUnitHSAId", plan.careUnit()),
                                Wire.core("healthcareProfessionalCareGiverHSAId", plan.careUnit())),
                        Wire.core("approvedForPatient", String.valueOf(plan.approvedForPatient())),
                        plan.careContactId()
                                .map(contact -> Wire.core("careContactId", contact))
                                .orElse(null)),
                Wire.core(
                        "carePlanBody",
                        Wire.core(
                                "content",
                                Wire.core("mediaType", plan.mediaType()),
                                Wire.core(
                                        "value",
                                        Base64.getEncoder().encodeToString(plan.document()))),
                        Wire.core(
                                described
                                        ? "participatingCareUnitId"
                                        : "participatingCareUnitHSAId",
                                Wire.core("root", "1.2.752.129.2.1.4.1"),
                                Wire.core("extension", plan.careUnit())),
                        plan.type()
                                .map(
                                        type ->
                                                Wire.core(
                                                        described
                                                                ? "typeOfCarePlan"
                                                                : "typeOfCarePlanEnum",
                                                        type))
                                .orElse(null)));
    }
}
