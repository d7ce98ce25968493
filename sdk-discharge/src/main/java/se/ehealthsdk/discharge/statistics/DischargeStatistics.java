package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collector;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.internal.payment.CaseFacts;
import se.ehealthsdk.discharge.internal.payment.CaseFacts.End;
import se.ehealthsdk.discharge.internal.payment.Duties;
import se.ehealthsdk.discharge.internal.payment.SwedishDay;
import se.ehealthsdk.discharge.payment.MunicipalityBucket;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.payment.ReadyStay;
import se.ehealthsdk.discharge.statistics.DischargeReport.Acknowledgement;
import se.ehealthsdk.discharge.statistics.DischargeReport.AgeRow;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthFigures;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthRow;
import se.ehealthsdk.discharge.statistics.DischargeReport.OverLimitCase;

/**
 * Counts cases as they come, keeping sums and not the cases.
 *
 * <pre>{@code
 * DischargeReport report = cases.collect(DischargeStatistics.collector(StatisticsOptions.of(
 *         Policy.vastraGotaland2020(), Profile.MUNICIPALITY, YearMonth.of(2023, 1), YearMonth.of(2023, 12), today)));
 * }</pre>
 *
 * <p>Memory: a few hundred bytes for each municipality and month, 20 bytes for each stay (to find readmissions, in any order of
 * the cases), and the list of cases over the limit as long as the options let it be. A million cases take some 30 MB.
 *
 * <p>Not for use by more than one thread; parallel streams make one for each and {@link #merge} them.
 */
public final class DischargeStatistics {

    private static final Comparator<OverLimitCase> LONGEST_FIRST =
            Comparator.comparingInt(OverLimitCase::days)
                    .reversed()
                    .thenComparing(OverLimitCase::caseId);

    private final StatisticsOptions options;
    private final Map<MunicipalityBucket, Map<YearMonth, Cell>> cells = new TreeMap<>();
    private final List<Cell> byIndex = new ArrayList<>();
    private final Map<MunicipalityBucket, Map<AgeGroup, long[]>> ages = new TreeMap<>();
    private final Map<CareParty, LatencyHistogram> latencies = new EnumMap<>(CareParty.class);
    private final PriorityQueue<OverLimitCase> overLimit =
            new PriorityQueue<>(LONGEST_FIRST.reversed());
    private final StayLog stays;
    private long cases;
    private long notYet;
    private long outside;
    private long leftOut;

    private DischargeStatistics(StatisticsOptions options) {
        this.options = options;
        this.stays = new StayLog(options.mostStays());
    }

    private static final class Cell {
        private final MunicipalityBucket bucket;
        private final YearMonth month;
        private final int index;
        private long cases;
        private long stays;
        private long readyDays;
        private long inMean;
        private long daysInMean;
        private long zeroDays;
        private long withDays;
        private long overLimit;
        private long liableDays;
        private long withdrawn;
        private Compliance admissionNotice = new Compliance(0, 0, 0);
        private Compliance sipCall = new Compliance(0, 0, 0);
        private long discharges;

        Cell(MunicipalityBucket bucket, YearMonth month, int index) {
            this.bucket = bucket;
            this.month = month;
            this.index = index;
        }

        void add(Cell other) {
            cases += other.cases;
            stays += other.stays;
            readyDays += other.readyDays;
            inMean += other.inMean;
            daysInMean += other.daysInMean;
            zeroDays += other.zeroDays;
            withDays += other.withDays;
            overLimit += other.overLimit;
            liableDays += other.liableDays;
            withdrawn += other.withdrawn;
            admissionNotice = admissionNotice.plus(other.admissionNotice);
            sipCall = sipCall.plus(other.sipCall);
            discharges += other.discharges;
        }
    }

    /** Empty, with these options. */
    public static DischargeStatistics of(StatisticsOptions options) {
        return new DischargeStatistics(options);
    }

    /** For {@code Stream.collect}, also of a parallel stream. */
    public static Collector<DischargeCase, ?, DischargeReport> collector(
            StatisticsOptions options) {
        return Collector.of(
                () -> of(options),
                DischargeStatistics::add,
                DischargeStatistics::merge,
                DischargeStatistics::report,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Counts a case. Each case is given once.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException when a moment of the case lies before 1900 or after 2199; it is not
     *     counted then
     */
    public void add(DischargeCase discharge) {
        CaseFacts facts = CaseFacts.of(discharge);
        Optional<MunicipalityCode> municipality = facts.residence().liable();
        if (!options.municipalities().isEmpty()
                && municipality.filter(options.municipalities()::contains).isEmpty()) {
            return;
        }
        Optional<ReadyStay> stay =
                ReadyStay.of(discharge, options.asOf())
                        .filter(each -> each.withdrawnOn().isEmpty())
                        .filter(each -> !each.readyOn().isAfter(options.asOf()));
        Optional<End> end = facts.end().filter(each -> !each.day().isAfter(options.asOf()));
        MunicipalityBucket bucket = MunicipalityBucket.of(municipality, options.county());
        Optional<YearMonth> month = month(stay, end);
        Optional<Cell> cell = month.filter(this::inPeriod).map(each -> cell(bucket, each));
        cases++;
        notYet += month.isEmpty() ? 1 : 0;
        outside += month.isPresent() && cell.isEmpty() ? 1 : 0;
        cell.ifPresent(each -> count(each, discharge, facts, stay));
        logStay(discharge, facts, end, bucket);
        if (cell.isPresent() || month.isEmpty()) {
            stay.ifPresent(each -> overLimit(each, bucket, end.isEmpty()));
            acknowledgements(discharge);
        }
    }

    private Optional<YearMonth> month(Optional<ReadyStay> stay, Optional<End> end) {
        return stay.isPresent()
                ? options.basis().month(stay.get(), options.asOf())
                : end.map(each -> YearMonth.from(each.day()));
    }

    private boolean inPeriod(YearMonth month) {
        return !month.isBefore(options.from()) && !month.isAfter(options.to());
    }

    private Cell cell(MunicipalityBucket bucket, YearMonth month) {
        return cells.computeIfAbsent(bucket, each -> new TreeMap<>())
                .computeIfAbsent(
                        month,
                        each -> {
                            Cell made = new Cell(bucket, month, byIndex.size());
                            byIndex.add(made);
                            return made;
                        });
    }

    private void count(
            Cell cell, DischargeCase discharge, CaseFacts facts, Optional<ReadyStay> stay) {
        cell.cases++;
        cell.withdrawn += facts.withdrawals();
        Duties duties = new Duties(facts, options.policy());
        cell.admissionNotice = cell.admissionNotice.plus(of(duties.admissionNoticeDone()));
        cell.sipCall = cell.sipCall.plus(of(duties.sipCallDone(options.asOf())));
        if (stay.isEmpty()) {
            return;
        }
        int days = stay.get().days();
        boolean over = isOverLimit(days);
        cell.stays++;
        cell.readyDays += days;
        cell.zeroDays += days == 0 ? 1 : 0;
        cell.withDays += days > 0 ? 1 : 0;
        cell.overLimit += over ? 1 : 0;
        cell.inMean += over ? 0 : 1;
        cell.daysInMean += over ? 0 : days;
        if (over || options.policy().payment().average().isEmpty()) {
            cell.liableDays +=
                    PaymentLiability.assess(
                                    discharge, options.policy(), Rates.none(), options.asOf())
                            .days()
                            .size();
        }
        AgeGroup age = AgeGroup.of(discharge.patient().birthDate(), stay.get().readyOn());
        long[] sums =
                ages.computeIfAbsent(cell.bucket, each -> new EnumMap<>(AgeGroup.class))
                        .computeIfAbsent(age, each -> new long[2]);
        sums[0]++;
        sums[1] += days;
    }

    private static Compliance of(Duties.Done done) {
        return switch (done) {
            case IN_TIME -> new Compliance(1, 0, 0);
            case LATE -> new Compliance(0, 1, 0);
            case MISSING -> new Compliance(0, 0, 1);
            case NOT_DUE -> new Compliance(0, 0, 0);
        };
    }

    private boolean isOverLimit(int days) {
        OptionalInt limit = options.individualLimit();
        return limit.isPresent() && days > limit.getAsInt();
    }

    private void logStay(
            DischargeCase discharge,
            CaseFacts facts,
            Optional<End> end,
            MunicipalityBucket bucket) {
        Optional<LocalDate> left =
                end.filter(each -> each.kind() == End.Kind.DISCHARGED).map(End::day);
        Optional<LocalDate> admitted =
                facts.admission().map(each -> SwedishDay.of(each.admittedAt()));
        int counted = -1;
        if (left.isPresent() && inPeriod(YearMonth.from(left.get()))) {
            // the discharge counts in its own month, whatever month the stay counts in
            Cell cell = cell(bucket, YearMonth.from(left.get()));
            cell.discharges++;
            counted = cell.index;
        }
        if (admitted.isPresent()) {
            stays.add(
                    StayLog.digest(discharge.patient().value()),
                    (int) admitted.get().toEpochDay(),
                    left.map(day -> (int) day.toEpochDay()).orElse(StayLog.NOT_YET),
                    counted);
        }
    }

    private void overLimit(ReadyStay stay, MunicipalityBucket bucket, boolean stillThere) {
        if (isOverLimit(stay.days())) {
            list(
                    new OverLimitCase(
                            stay.caseId(),
                            bucket,
                            stay.careForm(),
                            stay.readyOn(),
                            stay.days(),
                            stillThere));
        }
    }

    private void list(OverLimitCase one) {
        overLimit.add(one);
        if (overLimit.size() > options.longestList()) {
            overLimit.remove();
            leftOut++;
        }
    }

    private void acknowledgements(DischargeCase discharge) {
        for (Message message : discharge.messages()) {
            if (!message.holds() || !isTimed(message)) {
                continue;
            }
            Instant sent = message.legalTime();
            for (Participant recipient : message.event().recipients()) {
                LatencyHistogram histogram =
                        latencies.computeIfAbsent(
                                recipient.party(), each -> new LatencyHistogram());
                Instant read = message.acknowledgedAt().get(recipient.unit());
                if (read == null) {
                    histogram.addUnread();
                } else {
                    histogram.add(Duration.between(sent, read));
                }
            }
        }
    }

    /** The messages that someone has to read for the process to go on. */
    private static boolean isTimed(Message message) {
        return message.event().times().sent().isPresent()
                && (message.content() instanceof AdmissionNotice
                        || message.content() instanceof ReadyNotice
                        || message.content() instanceof SipCall);
    }

    /**
     * Takes in what another has counted, with the same options and of other cases.
     *
     * @return this
     */
    public DischargeStatistics merge(DischargeStatistics other) {
        int[] here = new int[other.byIndex.size()];
        for (Cell theirs : other.byIndex) {
            Cell ours = cell(theirs.bucket, theirs.month);
            ours.add(theirs);
            here[theirs.index] = ours.index;
        }
        other.ages.forEach(
                (bucket, groups) ->
                        groups.forEach(
                                (group, theirs) -> {
                                    long[] ours =
                                            ages.computeIfAbsent(
                                                            bucket,
                                                            each -> new EnumMap<>(AgeGroup.class))
                                                    .computeIfAbsent(group, each -> new long[2]);
                                    ours[0] += theirs[0];
                                    ours[1] += theirs[1];
                                }));
        other.latencies.forEach(
                (party, theirs) ->
                        latencies
                                .computeIfAbsent(party, each -> new LatencyHistogram())
                                .add(theirs));
        other.overLimit.forEach(this::list);
        stays.add(other.stays, here);
        cases += other.cases;
        notYet += other.notYet;
        outside += other.outside;
        leftOut += other.leftOut;
        return this;
    }

    /** The figures so far. More cases can be added afterwards. */
    public DischargeReport report() {
        boolean whole = stays.isWhole();
        long[] readmissions = whole ? stays.readmissions(byIndex.size()) : new long[0];
        List<MonthRow> months = new ArrayList<>();
        for (Map<YearMonth, Cell> row : cells.values()) {
            for (Cell cell : row.values()) {
                months.add(
                        row(
                                cell,
                                whole
                                        ? OptionalLong.of(readmissions[cell.index])
                                        : OptionalLong.empty()));
            }
        }
        boolean single = options.smallestCell() == 0;
        return new DischargeReport(
                options,
                cases,
                notYet,
                outside,
                months,
                ageRows(),
                acknowledgementRows(),
                single ? overLimit.stream().sorted(LONGEST_FIRST).toList() : List.of(),
                single ? leftOut : leftOut + overLimit.size(),
                whole);
    }

    private MonthRow row(Cell cell, OptionalLong readmissions) {
        // a month in which somebody left may have no case that is counted there
        if (Math.max(cell.cases, cell.discharges) < options.smallestCell()) {
            return new MonthRow(cell.bucket, cell.month, Optional.empty());
        }
        Optional<BigDecimal> mean = mean(cell.daysInMean, cell.inMean);
        Optional<Boolean> above =
                options.level().isPresent() && cell.inMean > 0
                        ? Optional.of(options.isAboveLevel(cell.daysInMean, cell.inMean))
                        : Optional.empty();
        boolean invoiced = cell.bucket.kind() == MunicipalityBucket.Kind.MUNICIPALITY;
        boolean zero = !invoiced || cell.liableDays == 0 && !above.orElse(false);
        Optional<Integer> inhabitants = cell.bucket.code().map(options.inhabitants()::get);
        return new MonthRow(
                cell.bucket,
                cell.month,
                Optional.of(
                        new MonthFigures(
                                cell.cases,
                                cell.stays,
                                cell.readyDays,
                                cell.inMean,
                                cell.daysInMean,
                                mean,
                                above,
                                cell.zeroDays,
                                cell.withDays,
                                cell.overLimit,
                                cell.liableDays,
                                zero,
                                cell.withdrawn,
                                cell.admissionNotice,
                                cell.sipCall,
                                cell.discharges,
                                readmissions,
                                inhabitants.map(number -> per1000(cell.readyDays, number)),
                                inhabitants.map(number -> per1000(cell.withDays, number)))));
    }

    private List<AgeRow> ageRows() {
        List<AgeRow> rows = new ArrayList<>();
        ages.forEach(
                (bucket, groups) ->
                        groups.forEach(
                                (group, sums) -> {
                                    boolean shown = sums[0] >= options.smallestCell();
                                    rows.add(
                                            new AgeRow(
                                                    bucket,
                                                    group,
                                                    shown
                                                            ? OptionalLong.of(sums[0])
                                                            : OptionalLong.empty(),
                                                    shown
                                                            ? OptionalLong.of(sums[1])
                                                            : OptionalLong.empty(),
                                                    shown
                                                            ? mean(sums[1], sums[0])
                                                            : Optional.empty()));
                                }));
        return rows;
    }

    private List<Acknowledgement> acknowledgementRows() {
        List<Acknowledgement> rows = new ArrayList<>();
        latencies.forEach(
                (party, histogram) ->
                        rows.add(
                                new Acknowledgement(
                                        party,
                                        histogram.count(),
                                        histogram.unread(),
                                        histogram.contradictory(),
                                        histogram.percentile(50),
                                        histogram.percentile(90),
                                        histogram.percentile(99))));
        return rows;
    }

    private static Optional<BigDecimal> mean(long days, long stays) {
        return stays == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(days)
                                .divide(BigDecimal.valueOf(stays), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal per1000(long number, int inhabitants) {
        return BigDecimal.valueOf(number * 1000)
                .divide(BigDecimal.valueOf(inhabitants), 2, RoundingMode.HALF_UP);
    }
}
