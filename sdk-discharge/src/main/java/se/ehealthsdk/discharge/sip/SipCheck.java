package se.ehealthsdk.discharge.sip;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.sip.SipFinding.Rule;
import se.ehealthsdk.discharge.sip.SipFinding.Severity;

/**
 * Tells what a plan lacks. The same for a plan inside a discharge and for one that stands alone. Immutable.
 */
public final class SipCheck {

    private final SipRules rules;

    private SipCheck(SipRules rules) {
        this.rules = rules;
    }

    /** A check with these rules on top of the law's. */
    public static SipCheck of(SipRules rules) {
        return new SipCheck(rules);
    }

    /**
     * All that is missing or contradicts itself.
     *
     * @param day the day that consent and law are held against, Swedish date
     */
    public List<SipFinding> findings(Sip sip, LocalDate day) {
        Run run = new Run(sip, day);
        run.content();
        run.participants();
        run.templates();
        run.consent();
        return List.copyOf(run.findings);
    }

    /**
     * @throws SipIncompleteException when there are errors among the findings
     */
    public void require(Sip sip, LocalDate day) {
        List<SipFinding> errors =
                findings(sip, day).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        if (!errors.isEmpty()) {
            throw new SipIncompleteException(errors);
        }
    }

    private final class Run {

        private final Sip sip;
        private final LocalDate day;
        private final List<LegalReference> law;
        private final List<SipFinding> findings = new ArrayList<>();

        Run(Sip sip, LocalDate day) {
            this.sip = sip;
            this.day = day;
            this.law = SipSources.content(day);
        }

        void content() {
            if (sip.interventions().isEmpty()) {
                error(
                        Rule.INTERVENTIONS_NEEDED,
                        "interventions",
                        "The plan does not say which measures are needed.",
                        law);
            }
            for (int i = 0; i < sip.interventions().size(); i++) {
                intervention("interventions[" + i + "]", sip.interventions().get(i));
            }
            if (sip.byOthers().isEmpty()) {
                error(
                        Rule.MEASURES_BY_OTHERS,
                        "byOthers",
                        "The plan says neither which measures others carry out nor that there are none.",
                        law);
            }
            List<OtherMeasure> others = sip.byOthers().orElse(List.of());
            for (int i = 0; i < others.size(); i++) {
                if (others.get(i).who().isBlank() || others.get(i).what().isBlank()) {
                    error(
                            Rule.MEASURES_BY_OTHERS,
                            "byOthers[" + i + "]",
                            "A measure by someone else does not say who does what.",
                            law);
                }
            }
            if (sip.overallResponsibility().isEmpty()) {
                error(
                        Rule.OVERALL_RESPONSIBILITY,
                        "overallResponsibility",
                        "The plan does not say which huvudman has the overall responsibility.",
                        law);
            }
        }

        private void intervention(String at, Intervention one) {
            if (one.what().isBlank()) {
                error(
                        Rule.INTERVENTIONS_NEEDED,
                        at + ".what",
                        "A measure does not say what is to be done.",
                        law);
            }
            if (one.responsible().isEmpty()) {
                error(
                        Rule.RESPONSIBLE_HUVUDMAN,
                        at + ".responsible",
                        "The plan does not say which huvudman answers for the measure.",
                        law);
            }
            asked(
                    Rule.FUNDER,
                    one.funder().isPresent(),
                    at + ".funder",
                    "The plan does not say who pays for the measure.");
            asked(
                    Rule.RESPONSIBLE_PERSON,
                    filled(one.person()),
                    at + ".person",
                    "The plan does not say who is responsible for the measure.");
            Set<Huvudman> named = EnumSet.noneOf(Huvudman.class);
            one.responsible().ifPresent(named::add);
            one.funder().map(Funder::huvudman).ifPresent(named::add);
            one.unit().map(unit -> Huvudman.of(unit.party())).ifPresent(named::add);
            if (named.size() > 1) {
                remark(
                        Rule.INTERVENTION_CONTRADICTS,
                        at,
                        "Who answers for the measure, who pays and who carries it out are of different"
                                + " huvudmän.");
            }
            if (one.unit().filter(unit -> !sip.called().contains(unit)).isPresent()) {
                remark(
                        Rule.INTERVENTION_CONTRADICTS,
                        at + ".unit",
                        "The unit that carries the measure out is not called, so it does not confirm"
                                + " the plan.");
            }
        }

        void participants() {
            if (sip.called().isEmpty()) {
                error(Rule.CALLED, "called", "No unit of region or municipality is called.", law);
                return;
            }
            Set<Huvudman> called =
                    sip.called().stream()
                            .map(unit -> Huvudman.of(unit.party()))
                            .collect(Collectors.toSet());
            if (called.size() < Huvudman.values().length) {
                error(
                        Rule.BOTH_HUVUDMEN,
                        "called",
                        "A plan is drawn up by region and municipality together; units of only one are"
                                + " called.",
                        law);
            }
        }

        void templates() {
            asked(
                    Rule.GOALS,
                    sip.goals().stream().anyMatch(goal -> !goal.isBlank()),
                    "goals",
                    "The plan has no goal.");
            asked(
                    Rule.FOLLOW_UP_DATE,
                    sip.followUp().isPresent() || sip.closedOn().isPresent(),
                    "followUp",
                    "The plan does not say when it is followed up.");
            asked(
                    Rule.CONTACT_PERSON,
                    sip.contact().filter(person -> !person.name().isBlank()).isPresent(),
                    "contact",
                    "The plan names nobody whom the patient can turn to.");
            asked(
                    Rule.WHAT_MATTERS,
                    filled(sip.whatMatters()),
                    "whatMatters",
                    "The plan does not say what matters to the patient.");
            asked(
                    Rule.OWN_ACTIONS,
                    filled(sip.ownActions()),
                    "ownActions",
                    "The plan does not say what the patient does.");
        }

        void consent() {
            List<LegalReference> sources = SipSources.consent(sip, day);
            if (sip.consent().isEmpty()) {
                error(
                        Rule.CONSENT,
                        "consent",
                        "The plan is drawn up with the patient's consent only, and none is recorded.",
                        sources);
                return;
            }
            SipConsent consent = sip.consent().get();
            if (consent.decision() == Consent.Decision.REFUSED) {
                error(
                        Rule.CONSENT,
                        "consent",
                        "Consent was refused: no plan is drawn up.",
                        sources);
                asked(
                        Rule.REFUSAL_REASON,
                        filled(consent.refusalReason()),
                        "consent.refusalReason",
                        "Why consent was refused is not written down.");
                return;
            }
            if (!consent.holdsOn(day)) {
                error(
                        Rule.CONSENT_HOLDS,
                        "consent",
                        "The consent does not hold on this day: it has ended, was withdrawn, or is of a"
                                + " later day.",
                        sources);
            }
            asked(
                    Rule.CONSENT_SPECIFIC,
                    !consent.covers().isBlank(),
                    "consent.covers",
                    "The consent does not say what it covers.");
            asked(
                    Rule.CONSENT_TIME_LIMITED,
                    consent.validUntil().isPresent(),
                    "consent.validUntil",
                    "The consent does not say how long it holds.");
            guardian(consent);
        }

        private void guardian(SipConsent consent) {
            if (!rules.demands().containsKey(Rule.CONSENT_GUARDIAN)) {
                return;
            }
            Optional<LocalDate> born = sip.patient().birthDate();
            if (born.isEmpty()) {
                remark(
                        Rule.CONSENT_GUARDIAN,
                        "consent.givenBy",
                        "The identity tells no date of birth, so nobody knows whether a guardian has to"
                                + " consent.");
                return;
            }
            int age = Period.between(born.get(), consent.decidedOn()).getYears();
            boolean minor = age < rules.guardianBelowAge();
            boolean guardian = consent.givenBy() == Consent.GivenBy.GUARDIAN;
            asked(
                    Rule.CONSENT_GUARDIAN,
                    minor == guardian,
                    "consent.givenBy",
                    minor
                            ? "The patient is too young to consent alone, and no guardian has consented."
                            : "A guardian has consented for a patient who is of age.");
        }

        private void asked(Rule rule, boolean met, String field, String problem) {
            SipRules.Demand demand = rules.demands().get(rule);
            if (met || demand == null) {
                return;
            }
            if (demand == SipRules.Demand.REQUIRED) {
                error(rule, field, problem, SipSources.templates());
            } else {
                remark(rule, field, problem);
            }
        }

        private void error(Rule rule, String field, String problem, List<LegalReference> sources) {
            findings.add(new SipFinding(rule, Severity.ERROR, field, problem, sources));
        }

        private void remark(Rule rule, String field, String problem) {
            findings.add(
                    new SipFinding(rule, Severity.REMARK, field, problem, SipSources.templates()));
        }

        private static boolean filled(Optional<String> text) {
            return text.filter(value -> !value.isBlank()).isPresent();
        }
    }
}
