package se.ehealthsdk.discharge.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.Availability.Answer;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.internal.payment.CaseFacts;
import se.ehealthsdk.discharge.internal.payment.CaseFacts.End;
import se.ehealthsdk.discharge.internal.payment.CaseFacts.Readiness;
import se.ehealthsdk.discharge.internal.payment.Duties;
import se.ehealthsdk.discharge.internal.payment.OpenCare;
import se.ehealthsdk.discharge.internal.payment.SwedishDay;
import se.ehealthsdk.discharge.payment.Blocker.Reason;
import se.ehealthsdk.discharge.payment.PaymentLiability.LiableAs;
import se.ehealthsdk.discharge.payment.PaymentLiability.Status;
import se.ehealthsdk.discharge.policy.PaymentTerms;
import se.ehealthsdk.discharge.policy.PaymentTerms.Lateness;
import se.ehealthsdk.discharge.policy.Policy;

/** Works out the payment liability of one case. */
final class Assessment {

    private final DischargeCase discharge;
    private final Policy policy;
    private final PaymentTerms terms;
    private final Rates rates;
    private final LocalDate asOf;
    private final CaseFacts facts;
    private final Duties duties;
    private final CareForm form;
    private final OpenCare openCare;
    private final Answer silence;
    private final Optional<End> end;
    private final Optional<MunicipalityCode> municipality;
    private final Explanation why = new Explanation();
    private final List<LiableDay> days = new ArrayList<>(0);
    private final List<ExemptDay> exempt = new ArrayList<>(0);
    private @Nullable LocalDate first;

    Assessment(DischargeCase discharge, Policy policy, Rates rates, LocalDate asOf) {
        this.discharge = discharge;
        this.policy = policy;
        this.terms = policy.payment();
        this.rates = rates;
        this.asOf = SwedishDay.checked(asOf, "asOf");
        this.facts = CaseFacts.of(discharge);
        this.duties = new Duties(facts, policy);
        this.form = facts.careForm();
        this.openCare = facts.openCare();
        this.silence =
                !facts.openCareConcerned()
                                || terms.silentOpenCare() == PaymentTerms.Silence.AVAILABLE
                        ? Answer.CAN_RECEIVE
                        : Answer.UNCLEAR;
        this.end = facts.end();
        this.municipality = facts.residence().liable();
    }

    PaymentLiability result() {
        terms();
        Optional<LiableAs> liableAs = municipality();
        List<Readiness> periods = facts.readiness(municipality);
        boolean brokenOff = brokenOff();
        if (periods.isEmpty()) {
            admissionNotice(null);
            why.block(Reason.NO_READY_NOTICE, Explanation.CONDITIONS, "ready.missing");
        }
        for (int i = 0; i < periods.size(); i++) {
            Readiness period = periods.get(i);
            boolean last = i == periods.size() - 1;
            if (period.withdrawal().isPresent()) {
                withdrawn(period, last);
            } else {
                period(period);
            }
        }
        boolean inMean = countedInMean();
        if (brokenOff
                || inMean
                || liableAs.isEmpty()
                || terms.activation() == PaymentTerms.Activation.NOT_ACTIVE) {
            days.clear();
            exempt.clear();
            first = null;
        }
        Optional<BigDecimal> amount = inMean ? Optional.empty() : amount();
        Status status = inMean ? Status.COUNTED_IN_MEAN : status(amount);
        return new PaymentLiability(
                discharge.id(),
                policy.id(),
                asOf,
                status,
                municipality,
                liableAs,
                Optional.ofNullable(first),
                days,
                exempt,
                amount,
                why.blockers(),
                why.steps());
    }

    private void terms() {
        why.reckon("policy", policy.name());
        switch (terms.activation()) {
            case ACTIVE -> {
                // nothing to tell
            }
            case NOT_ACTIVE ->
                    why.block(
                            Reason.TERMS_NOT_ACTIVE,
                            Explanation.AGREEMENT,
                            "terms.not_active",
                            policy.name());
            case UNCONFIRMED ->
                    why.remark(Explanation.AGREEMENT, "terms.unconfirmed", policy.name());
        }
    }

    private Optional<LiableAs> municipality() {
        Residence residence = facts.residence();
        if (municipality.isEmpty()) {
            why.block(Reason.MUNICIPALITY_UNKNOWN, Explanation.REGISTERED, "municipality.unknown");
            return Optional.empty();
        }
        if (residence.placedBy().isPresent()) {
            why.met(Explanation.PLACING, "municipality.placing", municipality.get());
            return Optional.of(LiableAs.PLACING);
        }
        why.met(Explanation.REGISTERED, "municipality.registered", municipality.get());
        return Optional.of(LiableAs.REGISTERED);
    }

    /** Whether the process was broken off while the patient was still there, and the days before do not stay. */
    private boolean brokenOff() {
        if (end.isEmpty()
                || end.get().kind() != End.Kind.BROKEN_OFF
                || terms.withdrawalKeepsDays()) {
            return false;
        }
        why.block(Reason.INTERRUPTED, Explanation.CONDITIONS, "end.broken_off", end.get().day());
        return true;
    }

    private void withdrawn(Readiness period, boolean last) {
        Message withdrawal = period.withdrawal().orElseThrow();
        Instant at = withdrawal.legalTime();
        if (terms.withdrawalKeepsDays()) {
            why.remark("ready.withdrawn.kept", period.first().legalTime(), at);
            Explanation own = last ? why : new Explanation();
            reckon(period, SwedishDay.of(at), at, own);
            if (!last) {
                why.steps().addAll(own.steps());
            }
        } else {
            why.remark("ready.withdrawn", period.first().legalTime(), at);
            if (last) {
                admissionNotice(null);
            }
        }
        if (last) {
            why.block(
                    Reason.READY_NOTICE_WITHDRAWN, Explanation.CONDITIONS, "ready.none_stands", at);
        }
    }

    private void period(Readiness period) {
        reckon(period, null, null, why);
    }

    /**
     * The days of one time of readiness.
     *
     * @param until the day of its withdrawal
     * @param endsAt the moment of its withdrawal
     */
    private void reckon(
            Readiness period,
            @Nullable LocalDate until,
            @Nullable Instant endsAt,
            Explanation own) {
        int blockersBefore = own.blockers().size();
        long delay = admissionNotice(endsAt, own);
        Optional<Message> notice = period.reached();
        if (notice.isEmpty()) {
            if (!isSent(period.first())) {
                own.block(Reason.NO_READY_NOTICE, Explanation.CONDITIONS, "ready.missing");
                return;
            }
            own.block(
                    Reason.READY_NOTICE_NOT_TO_MUNICIPALITY,
                    Explanation.CONDITIONS,
                    "ready.not_to_municipality");
            sip(period, period.first(), endsAt, own);
            return;
        }
        Instant sent = notice.get().legalTime();
        own.met(
                Explanation.CONDITIONS,
                period.compulsory() ? "ready.compulsory" : "ready.sent",
                sent);
        delay += sip(period, notice.get(), endsAt, own);
        LocalDate onset = onset(sent, delay, own);
        LocalDate limit = limit(until, own);
        if (own.blockers().size() > blockersBefore) {
            return;
        }
        days(onset, limit, own);
    }

    private static boolean isSent(Message message) {
        return message.event().times().sent().isPresent();
    }

    private void admissionNotice(@Nullable Instant before) {
        admissionNotice(before, why);
    }

    /** The days that a late notice moves the onset. */
    private long admissionNotice(@Nullable Instant before, Explanation own) {
        Optional<Message> notice = Optional.empty();
        for (Message candidate : facts.admissionNotices()) {
            if (notice.isEmpty()
                    && CaseFacts.reaches(candidate, municipality)
                    && (before == null || candidate.legalTime().isBefore(before))) {
                notice = Optional.of(candidate);
            }
        }
        if (notice.isEmpty()) {
            if (facts.admissionNotices().stream().noneMatch(Assessment::isSent)) {
                own.block(Reason.NO_ADMISSION_NOTICE, Explanation.CONDITIONS, "admission.missing");
            } else {
                own.block(
                        Reason.ADMISSION_NOTICE_NOT_TO_MUNICIPALITY,
                        Explanation.CONDITIONS,
                        "admission.not_to_municipality");
            }
            return 0;
        }
        Instant sent = notice.get().legalTime();
        Instant due = duties.admissionNoticeDue().orElse(sent);
        long late = CaseFacts.begunDaysLate(due, sent);
        return late(
                late,
                terms.lateAdmissionNotice(),
                Reason.LATE_ADMISSION_NOTICE,
                "admission",
                own,
                sent,
                due);
    }

    private long late(
            long daysLate,
            Lateness effect,
            Reason reason,
            String about,
            Explanation own,
            Object done,
            Object due) {
        if (daysLate == 0) {
            own.met(Explanation.CONDITIONS, about + ".in_time", done, due);
            return 0;
        }
        switch (effect) {
            case BLOCKS ->
                    own.block(reason, Explanation.CONDITIONS, about + ".late.blocks", done, due);
            case DELAYS ->
                    own.remark(Explanation.CONDITIONS, about + ".late.delays", done, due, daysLate);
            case WARNS -> own.remark(Explanation.CONDITIONS, about + ".late.warns", done, due);
        }
        return effect == Lateness.DELAYS ? daysLate : 0;
    }

    /** The days that a late call moves the onset. */
    private long sip(Readiness period, Message notice, @Nullable Instant before, Explanation own) {
        if (duties.sipIsReplaced(period)) {
            own.met(Explanation.SIP, "sip.replaced");
            return 0;
        }
        LocalDate due = duties.sipCallDue(notice);
        if (duties.sipIsRefused(due)) {
            own.met(Explanation.SIP, "sip.refused");
            return 0;
        }
        Optional<Message> call = duties.sipCall(before);
        Optional<Boolean> needed = duties.sipIsNeeded();
        boolean judged = facts.sipNeeded().isPresent();
        if (needed.isPresent() && !needed.get() && (judged || call.isEmpty())) {
            own.met(Explanation.SIP, judged ? "sip.not_needed" : "sip.one_principal");
            return 0;
        }
        if (call.isEmpty() && needed.isEmpty()) {
            if (terms.unsettled().unassessedSipBlocks()) {
                own.block(Reason.SIP_NEED_NOT_ASSESSED, Explanation.SIP, "sip.unassessed.blocks");
            } else {
                own.remark(Explanation.SIP, "sip.unassessed.warns");
            }
            return 0;
        }
        if (call.isEmpty()) {
            own.block(Reason.NO_SIP_CALL, Explanation.SIP_CALL, "sip.not_called", due);
            return 0;
        }
        LocalDate called = SwedishDay.of(call.get().legalTime());
        return late(
                Math.max(0, ChronoUnit.DAYS.between(due, called)),
                terms.lateSipCall(),
                Reason.LATE_SIP_CALL,
                "sip",
                own,
                called,
                due);
    }

    private LocalDate onset(Instant sent, long delay, Explanation own) {
        ZonedDateTime time = SwedishDay.time(sent);
        LocalDate day = time.toLocalDate();
        int free = terms.days(form);
        LocalDate onset;
        if (isLate(time.toLocalTime())) {
            int more = free + terms.lateNoticeDays();
            onset = day.plusDays(more);
            own.reckon(Explanation.ONSET, "onset.late", day, terms.cutoff(), more, onset);
        } else {
            onset = day.plusDays(free);
            own.reckon(Explanation.ONSET, "onset.early", day, terms.cutoff(), free, onset);
        }
        if (!terms.firstDayIsLiable()) {
            onset = onset.plusDays(1);
            own.reckon("onset.next_day", onset);
        }
        if (delay > 0) {
            onset = onset.plusDays(delay);
            own.reckon("onset.delayed", delay, onset);
        }
        return onset;
    }

    private boolean isLate(LocalTime sent) {
        LocalTime time =
                terms.precision() == PaymentTerms.Precision.MINUTES
                        ? sent.truncatedTo(ChronoUnit.MINUTES)
                        : sent;
        return terms.cutoffItselfIsLate()
                ? !time.isBefore(terms.cutoff())
                : time.isAfter(terms.cutoff());
    }

    /** The first day that is no longer liable, whatever else. */
    private LocalDate limit(@Nullable LocalDate withdrawnOn, Explanation own) {
        LocalDate limit = LocalDate.MAX;
        if (end.isPresent()) {
            End.Kind kind = end.get().kind();
            LocalDate day = end.get().day();
            boolean liable =
                    terms.unsettled().dischargeDayIsLiable() && kind != End.Kind.BROKEN_OFF;
            limit = liable ? day.plusDays(1) : day;
            own.reckon(
                    "end."
                            + switch (kind) {
                                case DISCHARGED -> "discharged";
                                case DIED -> "died";
                                case TRANSFERRED -> "transferred";
                                case BROKEN_OFF -> "broken_off_kept";
                                case CLOSED -> "closed";
                            }
                            + (liable ? ".liable" : ""),
                    day);
        } else if (withdrawnOn == null) {
            own.reckon("end.still_there", asOf);
        }
        return withdrawnOn != null && withdrawnOn.isBefore(limit) ? withdrawnOn : limit;
    }

    private void days(LocalDate onset, LocalDate limit, Explanation own) {
        if (!onset.isBefore(limit)) {
            own.reckon("days.ended_before", onset);
            return;
        }
        LocalDate horizon = asOf.isBefore(onset) ? onset : asOf;
        horizon = openCare.settledFrom().filter(horizon::isBefore).orElse(horizon);
        Runs runs = new Runs(own);
        Answer last = Answer.CAN_RECEIVE;
        Answer answer = silence;
        @Nullable LocalDate settled = null;
        LocalDate firstHere = null;
        for (LocalDate day = onset;
                day.isBefore(limit) && !day.isAfter(horizon);
                day = day.plusDays(1)) {
            LocalDate today = day;
            boolean counted = !day.isAfter(asOf);
            if (settled == null) {
                answer = openCare.on(day, silence, terms.unsettled().partlyAvailableDayIsLiable());
                // nothing changes after that day, and a stay can be long
                settled = openCare.settledFrom().filter(from -> !today.isBefore(from)).orElse(null);
            }
            if (answer != Answer.CAN_RECEIVE) {
                last = answer;
                ExemptDay.Reason reason =
                        answer == Answer.UNCLEAR
                                ? ExemptDay.Reason.OPEN_CARE_UNCLEAR
                                : ExemptDay.Reason.OPEN_CARE_UNAVAILABLE;
                runs.take(day, reason, counted);
            } else if (!terms.unsettled().leaveDaysAreLiable() && facts.onLeaveAll(day)) {
                runs.take(day, ExemptDay.Reason.ON_LEAVE, counted);
            } else {
                firstHere = firstHere == null ? day : firstHere;
                if (!counted) {
                    break;
                }
                runs.liable(day);
            }
        }
        runs.end();
        if (firstHere == null) {
            blockedByOpenCare(last, own);
        } else {
            if (firstHere.isAfter(asOf)) {
                own.reckon("days.not_yet", firstHere);
            }
            if (last == Answer.CAN_RECEIVE) {
                openCareMet(own);
            }
            first = first == null ? firstHere : first;
        }
    }

    private void openCareMet(Explanation own) {
        String code = "open_care.available";
        if (!facts.openCareConcerned()) {
            code = "open_care.not_concerned";
        } else if (openCare.settledFrom().isEmpty()) {
            code = "open_care.silent";
        }
        own.met(Explanation.OPEN_CARE, code);
    }

    private static void blockedByOpenCare(Answer answer, Explanation own) {
        switch (answer) {
            case CANNOT_RECEIVE ->
                    own.block(
                            Reason.OPEN_CARE_UNAVAILABLE,
                            Explanation.OPEN_CARE,
                            "open_care.unavailable");
            case UNCLEAR ->
                    own.block(Reason.OPEN_CARE_UNCLEAR, Explanation.OPEN_CARE, "open_care.unclear");
            case CAN_RECEIVE -> {
                // every day was on leave, which the days themselves tell
            }
        }
    }

    /** Takes the days one by one and tells of each run of equal ones. */
    private final class Runs {
        private final Explanation own;
        private ExemptDay.@Nullable Reason reason;
        private @Nullable LocalDate from;
        private LocalDate to = LocalDate.MIN;

        Runs(Explanation own) {
            this.own = own;
        }

        void take(LocalDate day, ExemptDay.Reason found, boolean counted) {
            if (counted) {
                exempt.add(new ExemptDay(day, found));
                step(day, found);
            }
        }

        void liable(LocalDate day) {
            days.add(new LiableDay(day, rates.on(day, form)));
            step(day, null);
        }

        private void step(LocalDate day, ExemptDay.@Nullable Reason found) {
            if (from == null || reason != found) {
                end();
                from = day;
                reason = found;
            }
            to = day;
        }

        void end() {
            if (from == null) {
                return;
            }
            long count = ChronoUnit.DAYS.between(from, to) + 1;
            if (reason == null) {
                own.reckon(Explanation.ONSET, "days.liable", count, from, to);
            } else if (reason == ExemptDay.Reason.ON_LEAVE) {
                own.reckon("days.leave", count, from, to);
            } else {
                own.reckon(
                        Explanation.OPEN_CARE,
                        reason == ExemptDay.Reason.OPEN_CARE_UNCLEAR
                                ? "days.unclear"
                                : "days.unavailable",
                        count,
                        from,
                        to);
            }
            from = null;
        }
    }

    /** Whether the agreement counts the case in a mean, and it has not left the mean for an invoice of its own. */
    private boolean countedInMean() {
        if (terms.average().isEmpty()) {
            return false;
        }
        Optional<ReadyStay> stay =
                ReadyStay.of(discharge, facts, asOf).filter(each -> each.isInMean(terms));
        if (stay.isEmpty()) {
            return false;
        }
        OptionalInt limit = terms.average().get().individualAfterDays();
        long readyDays = stay.get().days();
        if (limit.isPresent() && readyDays > limit.getAsInt()) {
            why.reckon(Explanation.AGREEMENT, "mean.individual", readyDays, limit.getAsInt());
            return false;
        }
        why.remark(Explanation.AGREEMENT, "mean.counted", readyDays);
        return true;
    }

    private Optional<BigDecimal> amount() {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<Rate> rate = Optional.empty();
        LocalDate from = asOf;
        LocalDate to = asOf;
        long count = 0;
        int missing = Integer.MIN_VALUE;
        for (LiableDay day : days) {
            if (day.rate().isEmpty()) {
                if (missing != day.date().getYear()) {
                    missing = day.date().getYear();
                    why.block(Reason.RATE_MISSING, Explanation.AMOUNT, "rate.missing", missing);
                }
                continue;
            }
            if (count > 0 && !rate.equals(day.rate())) {
                tell(rate.orElseThrow(), count, from, to);
                count = 0;
            }
            from = count == 0 ? day.date() : from;
            to = day.date();
            rate = day.rate();
            count++;
            sum = sum.add(rate.get().amount());
        }
        if (count > 0) {
            tell(rate.orElseThrow(), count, from, to);
        }
        if (days.isEmpty()) {
            return why.blockers().isEmpty() ? Optional.of(sum) : Optional.empty();
        }
        if (missing != Integer.MIN_VALUE) {
            return Optional.empty();
        }
        why.reckon("total", new Texts.Money(sum), days.size());
        return Optional.of(sum);
    }

    private void tell(Rate rate, long count, LocalDate from, LocalDate to) {
        why.reckon(
                Explanation.AMOUNT,
                "rate",
                count,
                from,
                to,
                new Texts.Money(rate.amount()),
                rate.source(),
                rate.confidence(),
                new Texts.Money(rate.amount().multiply(BigDecimal.valueOf(count))));
    }

    private Status status(Optional<BigDecimal> amount) {
        if (!days.isEmpty()) {
            return amount.isPresent() ? Status.LIABLE : Status.UNPRICED;
        }
        if (!why.blockers().isEmpty()) {
            return Status.BLOCKED;
        }
        return first != null ? Status.NOT_YET : Status.NO_DAYS;
    }
}
