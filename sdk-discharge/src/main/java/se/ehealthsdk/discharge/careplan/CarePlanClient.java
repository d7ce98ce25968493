package se.ehealthsdk.discharge.careplan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * Asks for a patient's care plans: one source system directly, or all of them through an aggregating service.
 *
 * <pre>{@code
 * CarePlanClient plans = CarePlanClient.builder(platform)
 *         .aggregator(CarePlanClient.NATIONAL_AGGREGATOR_QA)
 *         .build();
 * CarePlans found = plans.of(patient);
 * if (!found.isWhole()) { ... }                              // plans may be missing: say so to the user
 * for (CarePlan plan : found.plans()) { ... }
 * }</pre>
 *
 * <p>A document may be as large as the message that holds it: 15 MiB encoded, unless the platform client's {@link
 * XmlLimits#maxBytes()} is raised. It lies in memory once.
 *
 * <p>Source: GetCarePlans 2.0 of clinicalprocess:logistics:logistics 3.0. Immutable, safe for use by many threads. Holds
 * no resources of its own: close the {@link RivtaClient}.
 */
public final class CarePlanClient {

    /** The national aggregating service for acceptance tests (QA). */
    public static final LogicalAddress NATIONAL_AGGREGATOR_QA =
            LogicalAddress.of("T_SERVICES_SE165565594230-1023");

    /** The national aggregating service in production. */
    public static final LogicalAddress NATIONAL_AGGREGATOR_PRODUCTION =
            LogicalAddress.of("HSASERVICES-106J");

    private final RivtaClient platform;
    private final @Nullable LogicalAddress aggregator;

    private CarePlanClient(RivtaClient platform, @Nullable LogicalAddress aggregator) {
        this.platform = platform;
        this.aggregator = aggregator;
    }

    /** A client whose aggregating service is the logical address that the environment has for the domain, if any. */
    public static CarePlanClient on(RivtaClient platform) {
        return builder(platform).build();
    }

    /** Starts a client with choices of its own. */
    public static Builder builder(RivtaClient platform) {
        return new Builder(platform);
    }

    /** As {@link #ask(CarePlanQuestion)}: all plans of a patient with a national number, from all sources. */
    public CarePlans of(PersonId patient) {
        return ask(CarePlanQuestion.about(patient).build());
    }

    /**
     * Asks the question's source system, or the aggregating service when it names none.
     *
     * @return the patient's plans, and no others; empty when there are none, or the patient is unknown; see {@link
     *     CarePlans#isPartial()} and {@link CarePlans#isWhole()}
     * @throws ConfigurationException if it names none and no aggregating service is set
     * @throws RejectedException if the producer refused the question ({@code INVALID_REQUEST} as a rule)
     * @throws InvalidInputException if nothing was sent
     * @throws se.ehealthsdk.core.error.EHealthException as {@link RivtaClient#call}, when it could not be told
     */
    public CarePlans ask(CarePlanQuestion question) {
        return call(
                question,
                question.sourceSystem().map(LogicalAddress::of).orElseGet(this::aggregator));
    }

    /**
     * Asks at an address of the caller's choice: a region's aggregating service, or a source system that the question
     * does not name.
     *
     * @throws InvalidInputException if the question names another source system: the contract wants the same
     */
    public CarePlans ask(CarePlanQuestion question, LogicalAddress at) {
        Optional<LogicalAddress> named = question.sourceSystem().map(LogicalAddress::of);
        if (named.isPresent() && !named.get().equals(at)) {
            throw new InvalidInputException(
                    "sourceSystem",
                    "is not the logical address",
                    "the same, or none: an aggregating service is asked without");
        }
        return call(question, at);
    }

    private CarePlans call(CarePlanQuestion question, LogicalAddress at) {
        Reply<GetCarePlansAnswer> reply =
                platform.exchange(CarePlanContracts.GET_CARE_PLANS_2, at, question.request());
        Result result = reply.message().result();
        if (result.code().equals(Result.ERROR)) {
            throw new RejectedException(
                    result.errorCode().orElse(Result.ERROR),
                    result.message().orElse(""),
                    reply.details());
        }
        if (!result.isSuccess()) {
            throw new ProtocolException(
                    "The result code is none of the contract's", reply.details(), null);
        }
        return CarePlans.of(
                question.request().patient(),
                reply.message(),
                reply.sources(),
                question.sourceSystem().isPresent());
    }

    private LogicalAddress aggregator() {
        if (aggregator == null) {
            throw new ConfigurationException(
                    "No aggregating service for care plans",
                    "Set aggregator(...), for example CarePlanClient.NATIONAL_AGGREGATOR_QA, or name a source"
                            + " system in the question.");
        }
        return aggregator;
    }

    /** Collects how plans are asked for. Not for use by more than one thread. */
    public static final class Builder {

        private final RivtaClient platform;
        private @Nullable LogicalAddress aggregator;

        private Builder(RivtaClient platform) {
            this.platform = platform;
        }

        /** Who asks all sources: the environment's address for the domain unless set. */
        public Builder aggregator(LogicalAddress address) {
            this.aggregator = address;
            return this;
        }

        /** A document is one text, decoded as it is read: only the whole message bounds it. */
        private static XmlLimits forDocuments(XmlLimits limits) {
            return new XmlLimits(
                    limits.maxBytes(),
                    limits.maxDepth(),
                    limits.maxAttributes(),
                    (int)
                            Math.max(
                                    limits.maxTextLength(),
                                    Math.min(limits.maxBytes(), Integer.MAX_VALUE)));
        }

        /** Builds it; nothing is sent. */
        public CarePlanClient build() {
            return new CarePlanClient(
                    platform.with(options -> options.limits(forDocuments(options.limits()))),
                    aggregator != null
                            ? aggregator
                            : platform.environment()
                                    .logicalAddress(CarePlanContracts.DOMAIN)
                                    .orElse(null));
        }
    }
}
