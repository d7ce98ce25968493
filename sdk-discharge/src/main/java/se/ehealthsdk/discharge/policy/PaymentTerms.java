package se.ehealthsdk.discharge.policy;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import se.ehealthsdk.discharge.event.CareForm;

/**
 * When a municipality's payment liability begins. An agreement may change time and amount, nothing else (4 kap. 5 §).
 *
 * @param activation whether these terms are in use
 * @param somaticDays days from the day when the ready notice was sent to the first liable day, in somatic care
 * @param psychiatricDays the same in psychiatric care
 * @param cutoff the time of day, Swedish time, after which a notice counts as late
 * @param cutoffItselfIsLate whether a notice at the very cutoff is late: "before 12" against "after 12"
 * @param precision how the notice's time is compared with the cutoff
 * @param lateNoticeDays how many days later the liability begins for a late notice
 * @param firstDayIsLiable whether the day that the counting ends at is itself liable
 * @param lateAdmissionNotice what an admission notice that came too late does
 * @param lateSipCall what a call to SIP that came too late does
 * @param silentOpenCare what it means when open care takes part and has not said whether its measures are available
 * @param withdrawalKeepsDays whether days before a ready notice was taken back stay payable
 * @param unsettled what neither the Act nor a known agreement says of single days
 * @param average how a mean over many cases is used; empty when each case stands alone
 */
public record PaymentTerms(
        Activation activation,
        int somaticDays,
        int psychiatricDays,
        LocalTime cutoff,
        boolean cutoffItselfIsLate,
        Precision precision,
        int lateNoticeDays,
        boolean firstDayIsLiable,
        Lateness lateAdmissionNotice,
        Lateness lateSipCall,
        Silence silentOpenCare,
        boolean withdrawalKeepsDays,
        Unsettled unsettled,
        Optional<Average> average) {

    static PaymentTerms of(PolicyValues values) {
        boolean used = values.flag("average");
        Optional<BigDecimal> level = values.optionalDecimal("average.level");
        boolean levelItself = values.flag("average.levelItselfIsLiable");
        OptionalInt individual = values.optionalInteger("average.individualAfterDays");
        return new PaymentTerms(
                values.choice("activation", Activation.class),
                values.integer("somaticDays"),
                values.integer("psychiatricDays"),
                values.time("cutoff"),
                values.flag("cutoffItselfIsLate"),
                values.choice("precision", Precision.class),
                values.integer("lateNoticeDays"),
                values.flag("firstDayIsLiable"),
                values.choice("lateAdmissionNotice", Lateness.class),
                values.choice("lateSipCall", Lateness.class),
                values.choice("silentOpenCare", Silence.class),
                values.flag("withdrawalKeepsDays"),
                Unsettled.of(values),
                used ? Optional.of(new Average(level, levelItself, individual)) : Optional.empty());
    }

    /** Days to the first liable day in a form of care, for a notice that is not late. */
    public int days(CareForm form) {
        return form == CareForm.PSYCHIATRIC ? psychiatricDays : somaticDays;
    }

    /** Whether the terms are in use. */
    public enum Activation {
        ACTIVE,
        /** Agreed and not begun. */
        NOT_ACTIVE,
        /** Agreed; whether it has begun is not known to us. An amount after them is a calculation, no claim. */
        UNCONFIRMED
    }

    /** How a notice's time is compared with the cutoff. */
    public enum Precision {
        /** As it is. */
        EXACT,
        /** With the seconds left out, for systems that keep minutes only. */
        MINUTES
    }

    /** What a duty done too late does to the liability. */
    public enum Lateness {
        /** There is none. */
        BLOCKS,
        /** It begins later, by as many days as the duty was late, the last begun one counted. */
        DELAYS,
        /** Nothing but a remark. */
        WARNS
    }

    /** What it means that open care has said nothing. */
    public enum Silence {
        /** It is unclear whether its measures are available, which blocks (5 kap. 5 §). */
        UNCLEAR,
        /** They are available. */
        AVAILABLE
    }

    /**
     * A mean over many cases.
     *
     * @param level the mean number of days, day 0 included, above which the municipality pays; empty when it is not known
     *     and has to be given
     * @param levelItselfIsLiable whether a mean at the very level is liable: "not below" against "above"
     * @param individualAfterDays a case that is still there after so many days from the ready notice leaves the mean and is
     *     paid for on its own; empty when there is no such limit
     */
    public record Average(
            Optional<BigDecimal> level,
            boolean levelItselfIsLiable,
            OptionalInt individualAfterDays) {}
}
