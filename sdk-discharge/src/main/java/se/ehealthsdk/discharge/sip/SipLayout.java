package se.ehealthsdk.discharge.sip;

import static se.ehealthsdk.discharge.internal.document.FormCell.choice;
import static se.ehealthsdk.discharge.internal.document.FormCell.text;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.internal.document.FormCell;
import se.ehealthsdk.discharge.internal.document.FormCell.Option;
import se.ehealthsdk.discharge.internal.document.FormSheet;

/** The boxes of a plan, with what is known in them. */
final class SipLayout {

    private static final int BLANK_ROWS = 3;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd 'kl.' HH.mm");

    private final FormSheet sheet;
    private final Optional<Sip> sip;

    SipLayout(FormSheet sheet, Optional<Sip> sip) {
        this.sheet = sheet;
        this.sip = sip;
    }

    void lay() throws IOException {
        who();
        consent();
        sheet.section("Mina mål");
        sheet.row(
                text(
                        12,
                        "Det här är viktigt för mig",
                        sip.flatMap(Sip::whatMatters).orElse(""),
                        2));
        sheet.row(text(12, "Mål med planen", sip.map(SipLayout::goals).orElse(""), 2));
        interventions();
        others();
        responsibility();
        participants();
        followUp();
        sheet.section("Genomgången med mig");
        sheet.row(
                text(4, "Datum", ""), text(8, "Namnteckning (den enskilde eller företrädare)", ""));
        sheet.note(
                "Planen ska visa vilka insatser som behövs, vilka insatser respektive huvudman ansvarar för, vilka åtgärder"
                        + " som vidtas av någon annan, och vem av huvudmännen som har det övergripande ansvaret.");
    }

    private void who() throws IOException {
        sheet.section("Den enskilde");
        sheet.row(
                text(
                        4,
                        "Person-, samordnings- eller reservnummer",
                        sip.map(s -> s.patient().formatted()).orElse("")),
                text(8, "Namn", sip.flatMap(Sip::patientName).orElse("")));
        sheet.row(
                choice(
                        4,
                        "Planen görs",
                        List.of(
                                new Option(
                                        "vid utskrivning",
                                        is(sip, s -> s.context() == Sip.Context.IN_DISCHARGE)),
                                new Option(
                                        "i annat fall",
                                        is(sip, s -> s.context() == Sip.Context.STANDALONE)))),
                text(
                        3,
                        "Möte, datum och kl.",
                        sip.flatMap(Sip::meeting).map(m -> moment(m.at())).orElse("")),
                text(5, "Plats", sip.flatMap(Sip::meeting).map(Meeting::place).orElse("")));
    }

    private void consent() throws IOException {
        Optional<SipConsent> said = sip.flatMap(Sip::consent);
        sheet.section("Samtycke till att planen görs");
        sheet.row(
                choice(
                        4,
                        "Samtycke",
                        List.of(
                                new Option(
                                        "Ja",
                                        is(said, c -> c.decision() == Consent.Decision.GIVEN)),
                                new Option(
                                        "Nej",
                                        is(said, c -> c.decision() == Consent.Decision.REFUSED)),
                                new Option(
                                        "Återtaget",
                                        is(
                                                said,
                                                c -> c.decision() == Consent.Decision.WITHDRAWN)))),
                choice(
                        4,
                        "Lämnat av",
                        List.of(
                                new Option(
                                        "den enskilde",
                                        is(said, c -> c.givenBy() == Consent.GivenBy.PATIENT)),
                                new Option(
                                        "vårdnadshavare",
                                        is(said, c -> c.givenBy() == Consent.GivenBy.GUARDIAN)),
                                new Option(
                                        "företrädare",
                                        is(
                                                said,
                                                c ->
                                                        c.givenBy()
                                                                == Consent.GivenBy
                                                                        .REPRESENTATIVE)))),
                text(2, "Datum", said.map(c -> c.decidedOn().toString()).orElse("")),
                text(
                        2,
                        is(said, c -> c.withdrawnOn().isPresent())
                                ? "Återtaget den"
                                : "Gäller till och med",
                        said.flatMap(c -> c.withdrawnOn().or(c::validUntil))
                                .map(LocalDate::toString)
                                .orElse("")));
        sheet.row(
                text(
                        12,
                        "Samtycket omfattar: vilka får dela vad",
                        said.map(SipConsent::covers).orElse("")));
        if (sip.isEmpty() || is(said, c -> c.refusalReason().isPresent())) {
            sheet.row(text(12, "Om nej: skäl", said.flatMap(SipConsent::refusalReason).orElse("")));
        }
    }

    private static String goals(Sip sip) {
        return sip.goals().size() < 2
                ? String.join("", sip.goals())
                : sip.goals().stream()
                        .map(goal -> "\u2022 " + goal)
                        .collect(Collectors.joining("\n"));
    }

    private void interventions() throws IOException {
        sheet.section("Insatser som behövs, och vem som ansvarar");
        List<Optional<Intervention>> rows = orBlank(sip.map(Sip::interventions));
        int number = 0;
        for (Optional<Intervention> one : rows) {
            number++;
            Optional<String> goal = one.flatMap(Intervention::goal);
            List<List<FormCell>> block = new ArrayList<>();
            block.add(
                    List.of(
                            text(
                                    12,
                                    "Insats " + number + ": vad ska göras",
                                    one.map(Intervention::what).orElse(""))));
            if (sip.isEmpty() || goal.isPresent()) {
                block.add(List.of(text(12, "Mål med insats " + number, goal.orElse(""))));
            }
            block.add(
                    List.of(
                            huvudman(
                                    4,
                                    "Huvudman som ansvarar",
                                    one.flatMap(Intervention::responsible)),
                            choice(
                                    8,
                                    "Finansieras av",
                                    List.of(
                                            funder("socialtjänsten", one, Funder.SOCIAL_SERVICES),
                                            funder(
                                                    "kommunal HSV",
                                                    one,
                                                    Funder.MUNICIPAL_HEALTH_CARE),
                                            funder(
                                                    "regionens öppenvård",
                                                    one,
                                                    Funder.REGION_OPEN_CARE)))));
            block.add(
                    List.of(
                            text(
                                    5,
                                    "Utförs av (enhet)",
                                    one.flatMap(Intervention::unit)
                                            .map(SipLayout::unit)
                                            .orElse("")),
                            text(
                                    4,
                                    "Ansvarig person",
                                    one.flatMap(Intervention::person).orElse("")),
                            text(
                                    3,
                                    "Klart eller påbörjat senast",
                                    date(one.flatMap(Intervention::due)))));
            sheet.block(block);
        }
    }

    private static Option funder(String name, Optional<Intervention> one, Funder funder) {
        return new Option(name, is(one.flatMap(Intervention::funder), funder::equals));
    }

    private static FormCell huvudman(int span, String label, Optional<Huvudman> huvudman) {
        return choice(
                span,
                label,
                List.of(
                        new Option("Region", is(huvudman, Huvudman.REGION::equals)),
                        new Option("Kommun", is(huvudman, Huvudman.MUNICIPALITY::equals))));
    }

    private void others() throws IOException {
        sheet.section("Åtgärder av andra, och av mig själv");
        Optional<List<OtherMeasure>> said = sip.flatMap(Sip::byOthers);
        sheet.row(
                choice(
                        12,
                        "Någon annan än region och kommun gör något",
                        List.of(
                                new Option("Ja", is(said, all -> !all.isEmpty())),
                                new Option("Nej", is(said, List::isEmpty)))));
        for (Optional<OtherMeasure> each :
                sip.isEmpty() ? SipLayout.<OtherMeasure>blank() : present(said.orElse(List.of()))) {
            sheet.row(
                    text(4, "Vem", each.map(OtherMeasure::who).orElse("")),
                    text(8, "Vad", each.map(OtherMeasure::what).orElse("")));
        }
        sheet.row(text(12, "Det här gör jag själv", sip.flatMap(Sip::ownActions).orElse(""), 2));
    }

    private void responsibility() throws IOException {
        Optional<ContactPerson> contact = sip.flatMap(Sip::contact);
        sheet.section("Övergripande ansvar och kontaktperson");
        sheet.row(
                huvudman(
                        4,
                        "Huvudman med det övergripande ansvaret",
                        sip.flatMap(Sip::overallResponsibility)),
                text(4, "Min kontaktperson", contact.map(ContactPerson::name).orElse("")),
                text(4, "Nås på", contact.map(ContactPerson::reachedAt).orElse("")));
    }

    private void participants() throws IOException {
        sheet.section("Kallade: enheter hos region och kommun, som bekräftar planen");
        for (Optional<Participant> unit : orBlank(sip.map(Sip::called))) {
            Optional<Instant> confirmed = unit.flatMap(u -> sip.map(s -> s.confirmations().get(u)));
            sheet.row(
                    text(5, "Enhet", unit.map(SipLayout::unit).orElse("")),
                    text(3, "Part", unit.map(u -> party(u.party())).orElse("")),
                    text(
                            4,
                            "Bekräftat, datum och kl., signatur",
                            confirmed.map(SipLayout::moment).orElse("")));
        }
        List<Optional<Invited>> invited = orBlank(sip.map(Sip::invited));
        if (!invited.isEmpty()) {
            sheet.section("Inbjudna: andra");
            for (Optional<Invited> guest : invited) {
                sheet.row(
                        text(7, "Namn", guest.map(Invited::name).orElse("")),
                        text(5, "Roll", guest.map(Invited::role).orElse("")));
            }
        }
    }

    private void followUp() throws IOException {
        sheet.section("Uppföljning");
        for (FollowUp done : sip.map(Sip::followUps).orElse(List.of())) {
            sheet.row(
                    text(3, "Uppföljd den", done.on().toString()),
                    text(9, "Resultat", done.outcome()));
        }
        sheet.row(
                text(6, "Nästa uppföljning, datum", date(sip.flatMap(Sip::followUp))),
                text(6, "Avslutad, datum", date(sip.flatMap(Sip::closedOn))));
    }

    private static <T> List<Optional<T>> orBlank(Optional<List<T>> values) {
        return values.map(SipLayout::present).orElseGet(SipLayout::blank);
    }

    private static <T> List<Optional<T>> present(List<T> values) {
        return values.stream().map(Optional::of).toList();
    }

    private static <T> List<Optional<T>> blank() {
        return Collections.nCopies(BLANK_ROWS, Optional.empty());
    }

    private static String unit(Participant unit) {
        return unit.name().isBlank() ? unit.unit().value() : unit.name() + ", " + unit.unit();
    }

    private static String party(CareParty party) {
        return switch (party) {
            case INPATIENT -> "Slutenvård";
            case OPEN_CARE -> "Öppenvård";
            case MUNICIPAL_SOCIAL_SERVICES -> "Socialtjänst";
            case MUNICIPAL_HEALTH_CARE -> "Kommunal HSV";
        };
    }

    private static String moment(Instant moment) {
        return moment.atZone(SwedishTime.ZONE).format(MOMENT);
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private static <T> boolean is(Optional<T> value, Predicate<T> test) {
        return value.filter(test).isPresent();
    }
}
