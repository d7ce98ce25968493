package se.ehealthsdk.testkit.producer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.producer.ProducerCheck.Seen;
import se.ehealthsdk.testkit.report.Report;

/**
 * What the aggregating service expects of a producer of GetCarePlans 2: plans found, none found, each filter, wrong questions refused, and plans that keep
 * the contract. Immutable.
 *
 * <p>Source: GetCarePlans 2.0 of clinicalprocess:logistics:logistics 3.0, its description and its test suite.
 */
public final class CarePlanContract implements ProducerContract {

    private static final String NAME = "GetCarePlans 2";
    private static final String CONTRACT = "clinicalprocess:logistics:logistics, GetCarePlans 2.0";
    private static final String SUITE = "The official test suite of GetCarePlans 2.0";
    private static final String NOBODY = "TSTNMT2321000156-NOTHERE";

    private final Setting setting;
    private final @Nullable LogicalAddress source;
    private final @Nullable PersonId with;
    private final PersonId without;

    private CarePlanContract(
            Setting setting,
            @Nullable LogicalAddress source,
            @Nullable PersonId with,
            PersonId without) {
        this.setting = setting;
        this.source = source;
        this.with = with;
        this.without = without;
    }

    static CarePlanContract start() {
        return new CarePlanContract(Setting.NONE, null, null, PersonId.parse("189001019802"));
    }

    private CarePlanContract set(Setting other) {
        return new CarePlanContract(other, source, with, without);
    }

    /**
     * Where the producer listens. Needed.
     *
     * @throws InvalidInputException if it is not https
     */
    public CarePlanContract at(URI url) {
        return set(setting.at(url));
    }

    /** The certificate that the calls come with, as the national side's. Needed. */
    public CarePlanContract with(Credential credential) {
        return set(setting.with(credential));
    }

    /** Whom the producer's server certificate is to be issued by. Needed. */
    public CarePlanContract trusting(TrustAnchors anchors) {
        return set(setting.trusting(anchors));
    }

    /** The folder of official contracts, to validate answers with; their form is looked at by our own reading alone unless set. */
    public CarePlanContract contracts(Path folder) {
        return set(setting.contracts(folder));
    }

    /**
     * How long an answer may take: 30 seconds, as the platform has it, unless set.
     *
     * @throws InvalidInputException if it is not positive
     */
    public CarePlanContract answeringWithin(Duration limit) {
        return set(setting.within(limit));
    }

    /** The source system's logical address: its HSA-id. Needed. */
    public CarePlanContract sourceSystem(LogicalAddress address) {
        return new CarePlanContract(setting, address, with, without);
    }

    /** A test patient who has at least one plan there. Needed. */
    public CarePlanContract patient(PersonId withPlans) {
        return new CarePlanContract(setting, source, withPlans, without);
    }

    /** A test patient who has none there; the official test number 18900101-9802 unless set. */
    public CarePlanContract patientWithout(PersonId plans) {
        return new CarePlanContract(setting, source, with, plans);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProducerCheck> checks() {
        LogicalAddress system =
                Setting.given("which source system it is", "sourceSystem(address)", source);
        PersonId patient = Setting.given("who has plans there", "patient(personId)", with);
        return new Run(system.value(), patient, setting.endpoint(PlanQuestion.ACTION)).checks();
    }

    @Override
    public Report run() {
        return setting.run(NAME, checks());
    }

    /** The checks of one producer. */
    private final class Run {

        private final String system;
        private final PersonId patient;
        private final Endpoint endpoint;
        private final Checks checks;

        Run(String system, PersonId patient, Endpoint endpoint) {
            this.system = system;
            this.patient = patient;
            this.endpoint = endpoint;
            this.checks =
                    new Checks(
                            "plans",
                            endpoint,
                            () -> question().xml(),
                            Run::isAnswered,
                            patient.value());
        }

        private PlanQuestion question() {
            return PlanQuestion.of(system, patient);
        }

        List<ProducerCheck> checks() {
            checks.addReachable();
            found();
            form();
            filters();
            refusals();
            setting.addSchema(checks, CONTRACT, () -> endpoint.post(question().xml()));
            checks.addAbuse();
            return checks.all();
        }

        private static boolean isAnswered(Answer answer) {
            return answer.status() == 200
                    && answer.isResponse(PlanQuestion.NAMESPACE, PlanQuestion.ANSWER)
                    && answer.first("result/resultCode")
                            .filter(it -> it.equals("OK") || it.equals("INFO"))
                            .isPresent();
        }

        private static boolean isRefused(Answer answer) {
            return answer.isResponse(PlanQuestion.NAMESPACE, PlanQuestion.ANSWER)
                    && answer.first("result/resultCode").filter("ERROR"::equals).isPresent()
                    && answer.first("result/errorCode")
                            .filter("INVALID_REQUEST"::equals)
                            .isPresent()
                    && plans(answer) == 0;
        }

        private static int plans(Answer answer) {
            return answer.all("carePlan").size();
        }

        private void found() {
            expect(
                    "found",
                    "A patient's plans are found",
                    SUITE,
                    question(),
                    answer -> isAnswered(answer) && plans(answer) > 0);
            expect(
                    "none",
                    "A patient without plans gets none: OK, no error and no fault",
                    CONTRACT + ": unknown patient or contact is an empty list",
                    PlanQuestion.of(system, without),
                    answer -> isAnswered(answer) && plans(answer) == 0);
            expect(
                    "other-system",
                    "At the logical address of another system there are no plans (rule R3)",
                    CONTRACT + ", R3",
                    PlanQuestion.of(NOBODY, patient),
                    answer -> plans(answer) == 0);
            checks.add(
                    "original-consumer",
                    "A question that names the original consumer is answered",
                    CONTRACT + ": x-rivta-original-serviceconsumer-hsaid",
                    () -> {
                        Answer answer = endpoint.postFor(NOBODY, question().xml());
                        return Seen.of(isAnswered(answer), answer);
                    });
        }

        private void form() {
            plansKeep(
                    "own",
                    "Plans are the patient's, and of the system at the logical address",
                    "R3",
                    answer ->
                            only(answer, "carePlan/carePlanHeader/patientId/id", patient.value())
                                    && only(
                                            answer,
                                            "carePlan/carePlanHeader/sourceSystemHSAId",
                                            system));
            plansKeep(
                    "header",
                    "Each plan has documentId, author's time and approvedForPatient, and is not nullified",
                    "the header's description",
                    answer ->
                            each(answer, "carePlan/carePlanHeader/documentId", ".+")
                                    && each(
                                            answer,
                                            "carePlan/carePlanHeader/accountableHealthcareProfessional/authorTime",
                                            "[0-9]{14}")
                                    && each(
                                            answer,
                                            "carePlan/carePlanHeader/approvedForPatient",
                                            "true|false|0|1")
                                    && !answer.has("carePlan/carePlanHeader/nullified")
                                    && !answer.has("carePlan/carePlanHeader/nullifiedReason"));
            plansKeep(
                    "title",
                    "Each plan has a title",
                    "its description has documentTitle 1..1, though the schema has 0..1",
                    answer -> each(answer, "carePlan/carePlanHeader/documentTitle", ".+"));
            plansKeep(
                    "content",
                    "A plan's content has a media type, and a value or a reference, without an id",
                    "MultimediaType",
                    answer ->
                            answer.all("carePlan/carePlanBody/content/mediaType").size()
                                            == answer.all("carePlan/carePlanBody/content").size()
                                    && answer.all("carePlan/carePlanBody/content/value").size()
                                                    + answer.all(
                                                                    "carePlan/carePlanBody/content/reference")
                                                            .size()
                                            == answer.all("carePlan/carePlanBody/content").size()
                                    && !answer.has("carePlan/carePlanBody/content/id"));
        }

        private void plansKeep(String id, String name, String rule, Predicate<Answer> right) {
            expect(
                    id,
                    name,
                    CONTRACT + ", " + rule,
                    question(),
                    answer -> plans(answer) > 0 && right.test(answer));
        }

        private static boolean only(Answer answer, String way, String value) {
            List<String> all = answer.all(way);
            return all.size() == plans(answer) && all.stream().allMatch(value::equalsIgnoreCase);
        }

        private static boolean each(Answer answer, String way, String pattern) {
            List<String> all = answer.all(way);
            return all.size() == plans(answer) && all.stream().allMatch(it -> it.matches(pattern));
        }

        private void filters() {
            ofFirst(
                    "unit",
                    "Asked for a care unit, its plans alone are given",
                    "carePlan/carePlanHeader/accountableHealthcareProfessional/healthcareProfessionalCareUnitHSAId",
                    unit -> question().unit(unit));
            expect(
                    "unknown-unit",
                    "Asked for a care unit that has none, no plans are given",
                    SUITE,
                    question().unit(NOBODY),
                    answer -> isAnswered(answer) && plans(answer) == 0);
            checks.add(
                    "period",
                    "Asked for the day of a plan, the plan is given",
                    SUITE + ": authorTime, signatureTime or documentTime",
                    () -> {
                        Answer all = endpoint.post(question().xml());
                        String day =
                                all.first(
                                                "carePlan/carePlanHeader/accountableHealthcareProfessional/authorTime")
                                        .filter(it -> it.matches("[0-9]{14}"))
                                        .map(it -> it.substring(0, 8))
                                        .orElse("");
                        String id = all.first("carePlan/carePlanHeader/documentId").orElse("");
                        Answer ofDay = endpoint.post(question().between(day, day).xml());
                        return Seen.of(
                                !day.isEmpty()
                                        && ofDay.all("carePlan/carePlanHeader/documentId")
                                                .contains(id),
                                ofDay);
                    });
            expect(
                    "other-period",
                    "Asked for days without plans, none are given",
                    SUITE,
                    question().between("19000101", "19000102"),
                    answer -> isAnswered(answer) && plans(answer) == 0);
            expect(
                    "same-system",
                    "The source system may be named, when it is that of the logical address",
                    SUITE,
                    question().system(system),
                    answer -> isAnswered(answer) && plans(answer) > 0);
            expect(
                    "unknown-contact",
                    "Asked for a care contact that is not known, no plans are given",
                    SUITE,
                    question().system(system).contact("no-such-contact"),
                    answer -> isAnswered(answer) && plans(answer) == 0);
        }

        private void ofFirst(
                String id, String name, String way, Function<String, PlanQuestion> narrowed) {
            checks.add(
                    id,
                    name,
                    SUITE,
                    () -> {
                        Answer all = endpoint.post(question().xml());
                        String value = all.first(way).orElse("");
                        if (value.isEmpty()) {
                            return new Seen(
                                    true, "the first plan names no unit: nothing to ask for");
                        }
                        Answer some = endpoint.post(narrowed.apply(value).xml());
                        Set<String> seen = new HashSet<>(some.all(way));
                        return Seen.of(
                                isAnswered(some)
                                        && seen.equals(Set.of(value))
                                        && some.all(way).size() == plans(some),
                                some);
                    });
        }

        private void refusals() {
            refused(
                    "contact-without-system",
                    "A care contact without the source system is refused: INVALID_REQUEST",
                    SUITE,
                    question().contact("any"));
            refused(
                    "system-not-address",
                    "A source system other than the logical address is refused: INVALID_REQUEST",
                    SUITE,
                    question().system(NOBODY));
            refused(
                    "reserve-number",
                    "A reserve number without the source system is refused: INVALID_REQUEST",
                    CONTRACT,
                    question().patient("1.2.752.97.3.1.3", "99120TEST123"));
            notFound(
                    "number-with-dash",
                    "A personal identity number with a dash finds nothing",
                    question()
                            .patient(
                                    "1.2.752.129.2.1.3.1",
                                    patient.value().substring(0, 8)
                                            + "-"
                                            + patient.value().substring(8)));
            notFound(
                    "wrong-type",
                    "A personal identity number said to be a coordination number finds nothing",
                    question().patient("1.2.752.129.2.1.3.3", patient.value()));
            refusedOrFault(
                    "no-date",
                    "A day that there is not is refused: INVALID_REQUEST, or a fault",
                    question().between("20260230", "20260301"));
            refusedOrFault(
                    "date-with-dashes",
                    "A day with dashes is refused: INVALID_REQUEST, or a fault",
                    question().between("2026-01-01", "2026-12-31"));
        }

        private void refused(String id, String name, String source, PlanQuestion question) {
            expect(id, name, source, question, Run::isRefused);
        }

        private void refusedOrFault(String id, String name, PlanQuestion question) {
            expect(
                    id,
                    name,
                    CONTRACT + ": days are YYYYMMDD",
                    question,
                    answer -> isRefused(answer) || answer.isFault());
        }

        private void notFound(String id, String name, PlanQuestion question) {
            expect(
                    id,
                    name,
                    CONTRACT + ": id and type of patientId",
                    question,
                    answer -> answer.unanswered().isEmpty() && plans(answer) == 0);
        }

        private void expect(
                String id,
                String name,
                String source,
                PlanQuestion question,
                Predicate<Answer> right) {
            checks.add(
                    id,
                    name,
                    source,
                    () -> {
                        Answer answer = endpoint.post(question.xml());
                        return new Seen(
                                answer.unanswered().isEmpty() && right.test(answer),
                                answer.told() + ", " + plans(answer) + " plans");
                    });
        }
    }
}
