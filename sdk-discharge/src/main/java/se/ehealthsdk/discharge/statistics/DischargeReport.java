package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.payment.MunicipalityBucket;

/**
 * The figures of a stream of cases. Holds no personal data but the ids of cases in the list of those over the limit.
 *
 * @param options how they were taken
 * @param cases how many cases were given
 * @param notYetCounted those whose patient is still there, which count when they leave
 * @param outsidePeriod those of months outside the period
 * @param months by municipality and month, sorted
 * @param ages by municipality and age group, sorted
 * @param acknowledgements how long it took until someone had read a message, for each party that received any
 * @param overLimit the cases over the individual limit, longest first; none when small cells are suppressed
 * @param overLimitLeftOut how many more there are than the list holds
 * @param readmissionsCounted whether readmissions were counted; not when there were more stays than could be kept
 */
public record DischargeReport(
        StatisticsOptions options,
        long cases,
        long notYetCounted,
        long outsidePeriod,
        List<MonthRow> months,
        List<AgeRow> ages,
        List<Acknowledgement> acknowledgements,
        List<OverLimitCase> overLimit,
        long overLimitLeftOut,
        boolean readmissionsCounted) {

    public DischargeReport {
        months = List.copyOf(months);
        ages = List.copyOf(ages);
        acknowledgements = List.copyOf(acknowledgements);
        overLimit = List.copyOf(overLimit);
    }

    /**
     * A municipality in a month.
     *
     * @param bucket the municipality, or where cases of none are counted
     * @param month the month
     * @param figures empty when there are too few cases to show them
     */
    public record MonthRow(
            MunicipalityBucket bucket, YearMonth month, Optional<MonthFigures> figures) {}

    /**
     * What was counted in a month.
     *
     * @param cases all cases of the month
     * @param stays those with a ready notice that was sent to the municipality and stood
     * @param readyDays days of all stays, from the day when the notice was sent (day 0) to the day when the patient left
     * @param mean days for each stay in the mean, two decimals, day 0 included; cases over the individual limit are not in it;
     *     empty without any
     * @param aboveLevel whether the mean is too high; empty without a level or a mean
     * @param staysOfZeroDays patients who left on the day of the notice
     * @param staysWithReadyDays patients who stayed at least a day
     * @param overLimit stays that have passed the individual limit
     * @param liableDays days of payment liability by the rules, of cases that are counted on their own
     * @param zeroInvoice whether there is nothing to invoice
     * @param withdrawnNotices ready notices that were taken back
     * @param admissionNotice the admission notice within its time (R1)
     * @param sipCall the call to SIP within its time, where one was due (R10)
     * @param discharges patients who left
     * @param readmissions those who were admitted again within 30 days, as far as the cases tell; empty when not counted
     * @param readyDaysPer1000 ready days for each 1 000 inhabitants; empty when their number was not given
     * @param staysPer1000 stays of at least a ready day for each 1 000 inhabitants; empty when their number was not given
     */
    public record MonthFigures(
            long cases,
            long stays,
            long readyDays,
            Optional<BigDecimal> mean,
            Optional<Boolean> aboveLevel,
            long staysOfZeroDays,
            long staysWithReadyDays,
            long overLimit,
            long liableDays,
            boolean zeroInvoice,
            long withdrawnNotices,
            Compliance admissionNotice,
            Compliance sipCall,
            long discharges,
            OptionalLong readmissions,
            Optional<BigDecimal> readyDaysPer1000,
            Optional<BigDecimal> staysPer1000) {}

    /**
     * An age group of a municipality, over the whole period.
     *
     * @param bucket the municipality
     * @param ages the group
     * @param stays stays; empty, as the rest, when there are too few to show
     * @param readyDays their days
     * @param mean days for each stay, two decimals
     */
    public record AgeRow(
            MunicipalityBucket bucket,
            AgeGroup ages,
            OptionalLong stays,
            OptionalLong readyDays,
            Optional<BigDecimal> mean) {}

    /**
     * How long it took from when a message was sent until someone at the recipient had read it. Percentiles are from a
     * histogram: exact to the minute up to an hour, then within 4 percent.
     *
     * @param party the recipient's
     * @param read messages that were read
     * @param unread messages that were not
     * @param contradictory messages that say that they were read before they were sent; in neither
     * @param median half were read within; empty when none was
     * @param percentile90 nine in ten were
     * @param percentile99 ninety-nine in a hundred were
     */
    public record Acknowledgement(
            CareParty party,
            long read,
            long unread,
            long contradictory,
            Optional<Duration> median,
            Optional<Duration> percentile90,
            Optional<Duration> percentile99) {}

    /**
     * A case that has passed the individual limit.
     *
     * @param caseId the case
     * @param bucket the municipality
     * @param careForm somatic or psychiatric
     * @param readyOn day 0, Swedish date
     * @param days days until the patient left, or until the day of the report
     * @param stillThere whether the patient is still there
     */
    public record OverLimitCase(
            CaseId caseId,
            MunicipalityBucket bucket,
            CareForm careForm,
            LocalDate readyOn,
            int days,
            boolean stillThere) {}
}
