package se.ehealthsdk.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.json.CaseImport;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.payment.Step;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * A case in plain text: what happened, who owes what, what is to be paid. Shows units and times, nothing of who the patient
 * is.
 *
 * @param out where it is printed
 * @param language Swedish, or English for all others
 * @param rates the amounts
 * @param at the moment that it is told for
 */
record CaseReport(PrintStream out, Locale language, Rates rates, Instant at) {

    private boolean swedish() {
        return language.getLanguage().equals("sv");
    }

    private String say(String inSwedish, String inEnglish) {
        return swedish() ? inSwedish : inEnglish;
    }

    private void title(String inSwedish, String inEnglish) {
        out.println();
        out.println(say(inSwedish, inEnglish));
    }

    /** On one line, whatever a file says. */
    private void line(String text) {
        out.println(
                "  " + text.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029\\u202A-\\u202E]", "?"));
    }

    /** Events that were recorded later than the moment that is asked for. */
    void leftOut(int events) {
        if (events > 0) {
            line(
                    events
                            + say(
                                    " händelser efter tidpunkten är inte med",
                                    " events after that time are left out"));
        }
    }

    /**
     * What is in the file and not in the case.
     *
     * @return whether there is no such thing
     */
    boolean refused(CaseImport accepted) {
        for (CaseImport.Refused refused : accepted.refused()) {
            line(
                    say("VÄGRAD händelse ", "REFUSED event ")
                            + refused.event().id()
                            + " ("
                            + new EventWords(language).what(refused.event().content())
                            + "): "
                            + refused.refusal().explanation(language)
                            + " ["
                            + refused.refusal().rule()
                            + "]");
        }
        for (CaseEvent conflict : accepted.conflicts()) {
            line(
                    say("VÄGRAD händelse ", "REFUSED event ")
                            + conflict.id()
                            + say(
                                    ": en annan händelse har samma id",
                                    ": another event has the same id"));
        }
        return accepted.isComplete();
    }

    /**
     * The case.
     *
     * @return whether all is well
     */
    boolean of(DischargeCase discharge, Policy policy) {
        line(
                say("Ärende ", "Case ")
                        + discharge.id()
                        + say(", som det såg ut ", ", as it stood ")
                        + day(at)
                        + say(", enligt ", ", by ")
                        + policy.name());
        timeline(discharge);
        boolean onTime = obligations(Obligations.of(discharge, at, policy));
        boolean payable =
                liability(
                        discharge,
                        PaymentLiability.assess(
                                discharge,
                                policy,
                                rates,
                                LocalDate.ofInstant(at, SwedishTime.ZONE)));
        out.println();
        return onTime && payable;
    }

    private void timeline(DischargeCase discharge) {
        title("Vad som hände", "What happened");
        EventWords words = new EventWords(language);
        for (CaseEvent event :
                discharge.events().stream()
                        .sorted(Comparator.comparing(one -> one.times().legal()))
                        .toList()) {
            String recipients =
                    event.recipients().isEmpty()
                            ? ""
                            : " -> "
                                    + event.recipients().stream()
                                            .map(words::unit)
                                            .collect(Collectors.joining(", "));
            String voided =
                    discharge.message(event.id()).filter(message -> !message.holds()).isPresent()
                            ? say(" [makulerad]", " [voided]")
                            : "";
            String transcribed =
                    event.transcription().isPresent()
                            ? say(" [från papper, infört ", " [from paper, entered ")
                                    + day(event.times().recorded())
                                    + "]"
                            : "";
            line(
                    day(event.times().legal())
                            + "  "
                            + words.what(event.content())
                            + " ("
                            + words.unit(event.sender())
                            + recipients
                            + ")"
                            + voided
                            + transcribed);
        }
    }

    private boolean obligations(Obligations obligations) {
        title("Vem som ska göra vad", "Who owes what");
        for (Obligation duty : obligations.applicable()) {
            line(mark(duty) + "  " + duty.explanation(language) + " " + cited(duty.reference()));
        }
        return obligations.late().isEmpty();
    }

    private String mark(Obligation duty) {
        return switch (duty.status()) {
            case MET -> say("[klart]", "[met] ");
            case LATE -> say("[SENT] ", "[LATE]");
            case OPEN -> say("[kvar] ", "[open]");
            case NOT_APPLICABLE -> "[-]    ";
        };
    }

    private static String cited(LegalReference reference) {
        return "(" + reference + ")";
    }

    private boolean liability(DischargeCase discharge, PaymentLiability liability) {
        title("Kommunens betalningsansvar", "The municipality's payment liability");
        line(outcome(liability));
        int number = 1;
        for (Step step : liability.steps()) {
            String mark =
                    step.verdict() == Step.Verdict.NOT_MET ? say("HINDER: ", "OBSTACLE: ") : "";
            line((number < 10 ? " " : "") + number++ + ". " + mark + step.text(language));
        }
        boolean ready = discharge.standingReadyNotice().isPresent();
        return switch (liability.status()) {
            case BLOCKED -> !ready;
            case UNPRICED -> false;
            case LIABLE, NOT_YET, NO_DAYS, COUNTED_IN_MEAN -> true;
        };
    }

    private String outcome(PaymentLiability liability) {
        String first = liability.firstLiableDay().map(LocalDate::toString).orElse("");
        return switch (liability.status()) {
            case LIABLE ->
                    say("Ja, från ", "Yes, from ")
                            + first
                            + ": "
                            + days(liability)
                            + ", "
                            + sum(liability.amount().orElseThrow());
            case UNPRICED ->
                    say("Ja, från ", "Yes, from ")
                            + first
                            + ": "
                            + days(liability)
                            + say(
                                    ", men beloppet saknas (--rates)",
                                    ", but the amount is missing (--rates)");
            case NOT_YET ->
                    say("Inte ännu; första dagen är ", "Not yet; the first day is ") + first;
            case NO_DAYS -> say("Nej, inga dagar", "No, there are no days");
            case BLOCKED ->
                    say("Nej, det finns hinder: ", "No, something stands in the way: ")
                            + liability.blockers().size()
                            + say(" (märkt HINDER nedan)", " (marked OBSTACLE below)");
            case COUNTED_IN_MEAN ->
                    say(
                            "Ingår i medelvärdet; kommunen betalar inte för det enskilda ärendet",
                            "Counts in the mean; the municipality does not pay for the single case");
        };
    }

    private String days(PaymentLiability liability) {
        int number = liability.days().size();
        return number + (number == 1 ? say(" dag", " day") : say(" dagar", " days"));
    }

    private String sum(BigDecimal amount) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(swedish() ? '\u00a0' : ',');
        symbols.setDecimalSeparator(swedish() ? ',' : '.');
        String grouped = new DecimalFormat("#,##0.##", symbols).format(amount);
        return swedish() ? grouped + "\u00a0kr" : "SEK " + grouped;
    }

    /** With the day of the week, which is what weekends are looked for by. */
    private String day(Instant moment) {
        return DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", language)
                .format(moment.atZone(SwedishTime.ZONE));
    }
}
