package se.ehealthsdk.discharge.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import se.ehealthsdk.discharge.statistics.DischargeReport.MonthFigures;

/** A column of the table of months, and the profiles that show it. */
enum Column {
    CASES("cases", f -> Value.of(f.cases()), Profile.values()),
    STAYS("stays", f -> Value.of(f.stays()), Profile.values()),
    READY_DAYS("ready_days", f -> Value.of(f.readyDays()), Profile.values()),
    MEAN("mean", f -> Value.of(f.mean()), Profile.values()),
    ABOVE("above", f -> Value.ofFlag(f.aboveLevel()), Profile.MUNICIPALITY, Profile.INPATIENT),
    ZERO_DAYS(
            "zero_days",
            f -> Value.of(f.staysOfZeroDays()),
            Profile.MUNICIPALITY,
            Profile.INPATIENT),
    WITH_DAYS(
            "with_days",
            f -> Value.of(f.staysWithReadyDays()),
            Profile.MUNICIPALITY,
            Profile.INPATIENT),
    OVER_LIMIT("over_limit", f -> Value.of(f.overLimit()), Profile.MUNICIPALITY, Profile.INPATIENT),
    LIABLE_DAYS(
            "liable_days", f -> Value.of(f.liableDays()), Profile.MUNICIPALITY, Profile.INPATIENT),
    ZERO_INVOICE(
            "zero_invoice",
            f -> Value.ofFlag(Optional.of(f.zeroInvoice())),
            Profile.MUNICIPALITY,
            Profile.INPATIENT),
    WITHDRAWN("withdrawn", f -> Value.of(f.withdrawnNotices()), Profile.values()),
    ADMISSION_MET(
            "admission_met",
            f -> Value.of(f.admissionNotice().met()),
            Profile.INPATIENT,
            Profile.MUNICIPALITY),
    ADMISSION_LATE(
            "admission_late",
            f -> Value.of(f.admissionNotice().late()),
            Profile.INPATIENT,
            Profile.MUNICIPALITY),
    ADMISSION_MISSING(
            "admission_missing",
            f -> Value.of(f.admissionNotice().missing()),
            Profile.INPATIENT,
            Profile.MUNICIPALITY),
    SIP_MET("sip_met", f -> Value.of(f.sipCall().met()), Profile.OPEN_CARE, Profile.MUNICIPALITY),
    SIP_LATE(
            "sip_late", f -> Value.of(f.sipCall().late()), Profile.OPEN_CARE, Profile.MUNICIPALITY),
    SIP_MISSING(
            "sip_missing",
            f -> Value.of(f.sipCall().missing()),
            Profile.OPEN_CARE,
            Profile.MUNICIPALITY),
    DISCHARGES("discharges", f -> Value.of(f.discharges()), Profile.INPATIENT, Profile.OPEN_CARE),
    READMISSIONS(
            "readmissions", f -> Value.of(f.readmissions()), Profile.INPATIENT, Profile.OPEN_CARE),
    DAYS_PER_1000("days_per_1000", f -> Value.of(f.readyDaysPer1000()), Profile.MUNICIPALITY),
    STAYS_PER_1000("stays_per_1000", f -> Value.of(f.staysPer1000()), Profile.MUNICIPALITY);

    private final String heading;
    private final Function<MonthFigures, Value> value;
    private final Set<Profile> profiles;

    Column(String heading, Function<MonthFigures, Value> value, Profile... profiles) {
        this.heading = heading;
        this.value = value;
        this.profiles = Set.of(profiles);
    }

    String heading() {
        return heading;
    }

    Value of(MonthFigures figures) {
        return value.apply(figures);
    }

    boolean isFor(Profile profile) {
        return profiles.contains(profile);
    }

    /**
     * A number or a yes or no; empty when there is none.
     *
     * @param number the number
     * @param flag the yes or no
     */
    record Value(Optional<BigDecimal> number, Optional<Boolean> flag) {

        static Value of(long number) {
            return of(Optional.of(BigDecimal.valueOf(number)));
        }

        static Value of(OptionalLong number) {
            return number.isPresent() ? of(number.getAsLong()) : of(Optional.empty());
        }

        static Value of(Optional<BigDecimal> number) {
            return new Value(number, Optional.empty());
        }

        static Value ofFlag(Optional<Boolean> flag) {
            return new Value(Optional.empty(), flag);
        }

        /** As people read it; an en dash when there is none. */
        String shown(ReportTexts texts) {
            return flag.map(texts::yesNo).orElseGet(() -> texts.number(number));
        }
    }
}
