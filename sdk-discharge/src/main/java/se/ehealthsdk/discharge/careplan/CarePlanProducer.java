package se.ehealthsdk.discharge.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.Handler;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.discharge.careplan.GetCarePlans.DatePeriod;
import se.ehealthsdk.discharge.internal.careplan.PlanRules;
import se.ehealthsdk.discharge.internal.careplan.PlanTimes;

/**
 * Answers GetCarePlans 2.0 from the vendor's own store, strictly by the contract.
 *
 * <pre>{@code
 * RivtaEndpoint endpoint = CarePlanProducer.builder(store::carePlans).build()
 *         .answerOn(RivtaEndpoint.builder())
 *         .build();
 * }</pre>
 *
 * <table>
 *   <caption>What a caller gets</caption>
 *   <tr><td>unknown patient, care contact or unit</td><td>no plans, {@code OK}</td></tr>
 *   <tr><td>care contact or reserve number without source system; source system that is not the logical address; days
 *       that are none</td><td>{@code ERROR}, {@code INVALID_REQUEST}, and a sentence in Swedish</td></tr>
 *   <tr><td>the store fails, or gives a plan that the contract does not allow</td><td>a SOAP fault with a log id; nothing
 *       of the patient</td></tr>
 * </table>
 *
 * <p>Plans of other source systems than the logical address are never sent (rule R3), nor plans of another patient.
 *
 * <p>Source: GetCarePlans 2.0 of clinicalprocess:logistics:logistics 3.0, its description and its test suite. Immutable,
 * safe for use by many threads if the store is.
 */
public final class CarePlanProducer implements Handler<GetCarePlans, GetCarePlansAnswer> {

    private static final Logger LOG = LoggerFactory.getLogger(CarePlanProducer.class);

    private final CarePlanSource source;
    private final ConsumerFilter consumers;
    private final DateFilter dates;
    private final long largestDocument;

    private CarePlanProducer(Builder builder) {
        this.source = builder.source;
        this.consumers = builder.consumers;
        this.dates = builder.dates;
        this.largestDocument = builder.largestDocument;
    }

    /** Starts a producer. */
    public static Builder builder(CarePlanSource source) {
        return new Builder(source);
    }

    /**
     * Checks a plan as it is checked before it is sent, for a store to do so when a plan is saved.
     *
     * @throws InvalidInputException if the contract does not allow it: names the element, never its value
     */
    public static void check(CarePlan plan) {
        PlanRules.check(plan, Long.MAX_VALUE);
    }

    /** Adds the answer to an endpoint. */
    public RivtaEndpoint.Builder answerOn(RivtaEndpoint.Builder endpoint) {
        return endpoint.on(CarePlanContracts.GET_CARE_PLANS_2, this);
    }

    @Override
    public GetCarePlansAnswer handle(GetCarePlans request, Caller caller) {
        String logId = UUID.randomUUID().toString();
        Optional<String> wrong = wrong(request, caller);
        if (wrong.isPresent()) {
            return new GetCarePlansAnswer(List.of(), Result.invalidRequest(logId, wrong.get()));
        }
        List<CarePlan> plans = found(request, caller);
        plans.forEach(plan -> requireSendable(plan, request, logId));
        return new GetCarePlansAnswer(plans, Result.ok(logId));
    }

    private List<CarePlan> found(GetCarePlans request, Caller caller) {
        try {
            return source.plansOf(request.patient(), caller.logicalAddress()).stream()
                    .filter(isOf(caller))
                    .filter(matches(request))
                    .filter(plan -> consumers.mayRead(caller.originalConsumer(), plan))
                    .toList();
        } catch (InvalidInputException storesOwn) {
            // would be taken for the caller's mistake
            throw new IllegalStateException("the source of care plans failed", storesOwn);
        }
    }

    private static Optional<String> wrong(GetCarePlans request, Caller caller) {
        PatientId patient = request.patient();
        Optional<String> source = request.sourceSystem();
        if (source.isPresent() && !same(source.get(), caller.logicalAddress().value())) {
            return Optional.of("sourceSystemHSAId är inte samma som LogicalAddress.");
        }
        if (source.isEmpty() && !request.careContacts().isEmpty()) {
            return Optional.of("sourceSystemHSAId saknas, vilket krävs när careContactId anges.");
        }
        if (source.isEmpty() && !patient.isNational()) {
            return Optional.of("sourceSystemHSAId saknas, vilket krävs för reservnummer.");
        }
        if (patient.id().isBlank() || patient.isNational() && !patient.id().matches("[0-9]{12}")) {
            return Optional.of("patientId är inte 12 tecken utan avskiljare.");
        }
        return request.period().flatMap(CarePlanProducer::wrong);
    }

    private static Optional<String> wrong(DatePeriod period) {
        Optional<LocalDate> start = PlanTimes.day(period.start());
        Optional<LocalDate> end = PlanTimes.day(period.end());
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.of("datePeriod har ett datum som inte finns; formatet är ÅÅÅÅMMDD.");
        }
        return end.get().isBefore(start.get())
                ? Optional.of("datePeriod slutar innan den börjar.")
                : Optional.empty();
    }

    private static Predicate<CarePlan> isOf(Caller caller) {
        return plan -> same(plan.sourceSystem(), caller.logicalAddress().value());
    }

    private Predicate<CarePlan> matches(GetCarePlans request) {
        Predicate<CarePlan> all = plan -> true;
        if (!request.careUnits().isEmpty()) {
            all =
                    all.and(
                            plan ->
                                    plan.accountable().careUnit().stream()
                                            .anyMatch(unit -> isOneOf(unit, request.careUnits())));
        }
        if (!request.careContacts().isEmpty()) {
            all =
                    all.and(
                            plan ->
                                    plan.careContactId().stream()
                                            .anyMatch(request.careContacts()::contains));
        }
        if (request.period().isPresent()) {
            LocalDate first = PlanTimes.day(request.period().get().start()).orElseThrow();
            LocalDate last = PlanTimes.day(request.period().get().end()).orElseThrow();
            all = all.and(plan -> dates.matches(plan, first, last));
        }
        return all;
    }

    private static boolean isOneOf(String hsaId, List<String> asked) {
        return asked.stream().anyMatch(each -> same(each, hsaId));
    }

    /** HSA-ids are compared as the platform compares them. */
    private static boolean same(String left, String right) {
        return left.strip().equalsIgnoreCase(right.strip());
    }

    private void requireSendable(CarePlan plan, GetCarePlans request, String logId) {
        try {
            PlanRules.check(plan, largestDocument);
            if (!plan.patient().equals(request.patient())) {
                throw new InvalidInputException(
                        "patientId", "is not that of the question", "plans of the patient alone");
            }
        } catch (InvalidInputException invalid) {
            LOG.error(
                    "a care plan of the store cannot be sent, log id {}: {}",
                    logId,
                    invalid.getMessage());
            throw RivtaFault.server("A care plan cannot be sent, log id " + logId);
        }
    }

    /** Collects how care plans are answered. Not for use by more than one thread. */
    public static final class Builder {

        private final CarePlanSource source;
        private ConsumerFilter consumers = ConsumerFilter.ALL;
        private DateFilter dates = DateFilter.ANY_TIME;
        private long largestDocument = Long.MAX_VALUE;

        private Builder(CarePlanSource source) {
            this.source = source;
        }

        /** What each consumer may read: everything unless set. */
        public Builder consumers(ConsumerFilter filter) {
            this.consumers = filter;
            return this;
        }

        /** What the days of a question are compared with: {@link DateFilter#ANY_TIME} unless set. */
        public Builder dates(DateFilter filter) {
            this.dates = filter;
            return this;
        }

        /**
         * Bytes of an embedded document at most: any number unless set. The contract's description allows 100 KB from
         * 3.0.10 on and wants larger ones by reference; the national platform passes messages of 15 MiB.
         *
         * @throws InvalidInputException if it is below 1
         */
        public Builder largestDocument(long bytes) {
            if (bytes < 1) {
                throw new InvalidInputException("largestDocument", "is below 1", "1 or more");
            }
            this.largestDocument = bytes;
            return this;
        }

        /** Builds it. */
        public CarePlanProducer build() {
            return new CarePlanProducer(this);
        }
    }
}
