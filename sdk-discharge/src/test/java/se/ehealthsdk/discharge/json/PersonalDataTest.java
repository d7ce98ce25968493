package se.ehealthsdk.discharge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.content.ContentRules;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.fallback.FallbackPlanner;
import se.ehealthsdk.discharge.fallback.PaperMessage;
import se.ehealthsdk.discharge.fallback.PaperSending;
import se.ehealthsdk.discharge.fallback.Papers;
import se.ehealthsdk.discharge.fallback.RetroEntryList;
import se.ehealthsdk.discharge.fallback.SystemStatus;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.discharge.sip.Sip;
import se.ehealthsdk.discharge.sip.SipCheck;
import se.ehealthsdk.discharge.sip.SipRules;
import se.ehealthsdk.discharge.sip.Sips;

/** What every part of the module prints, explains, finds and complains of, searched for who the patient is. */
class PersonalDataTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
    private static final String[] PERSONAL = {
        "1212121212", "991945000121", "A-17", "Anna Övik", "citat", "Åsa", "Ängström", "Älgstigen"
    };

    private final List<String> told = new ArrayList<>();

    @Test
    void events_ofEveryKind_andTheirCases_tellNothingOfThePatient() {
        for (long seed = 0; seed < 20; seed++) {
            AnyEvents any = new AnyEvents(seed);
            any.ofEveryKind().forEach(content -> told.add(content.toString()));
            List<CaseEvent> log = any.log(30);
            log.forEach(event -> tell(event, event.times(), event.transcription()));
            CaseImport taken = CaseImport.of(log, Optional.empty(), Acceptance.at(NOW));
            tell(taken);
            for (CaseImport.Refused refused : taken.refused()) {
                tell(refused.refusal(), refused.refusal().explanation(SWEDISH));
            }
            for (CaseEvent event : log) {
                told.add(ContentRules.of(Policy.act()).check(event).toString());
            }
            taken.result().ifPresent(this::tellOfCase);
        }
        assertThat(told).hasSizeGreaterThan(2_000);
        assertNothingPersonal();
    }

    @Test
    void caseWithNameAndAddress_onPaperAndInOrders_tellsNothingOfThePatient() {
        CaseEvent notice = Papers.admissionNotice(Protection.NONE);
        DischargeCase known = DischargeCase.of(List.of(notice));
        tellOfCase(known);
        for (Protection protection : Protection.values()) {
            CaseEvent protectedNotice = Papers.admissionNotice(protection);
            tell(ContentRules.of(Policy.act()).check(protectedNotice));
        }
        for (PaperMessage message : Papers.messages().values()) {
            PaperSending sending = PaperSending.of(message, NOW);
            tell(message, sending, RetroEntryList.EMPTY.with(sending));
        }
        tell(
                FallbackPlanner.decide(
                        notice.patient(),
                        Residence.UNKNOWN,
                        SystemStatus.UP,
                        NOW,
                        Policy.act().fallback()));
        assertNothingPersonal();
    }

    @Test
    void plan_itsCheckAndItsJson_tellNothingOfThePatient() {
        Sip plan = Sips.complete().build();
        tell(plan, SipCheck.of(SipRules.LAW).findings(plan, Sips.DAY));
        broken(SipJson.write(plan), SipJson::read);
        assertNothingPersonal();
    }

    @Test
    void brokenJson_isRefused_withoutAWordOfWhatStoodThere() {
        for (long seed = 0; seed < 20; seed++) {
            broken(CaseJson.write(new AnyEvents(seed).log(4)), CaseJson::readCase);
        }
        broken(
                CaseJson.write(List.of(Papers.admissionNotice(Protection.NONE))),
                CaseJson::readCase);
        assertThat(told).hasSizeGreaterThan(500);
        assertNothingPersonal();
    }

    /** Cut off, or one character another, wherever that makes it unreadable. */
    private void broken(byte[] json, Consumer<byte[]> reader) {
        Random random = new Random(json.length);
        for (int i = 0; i < 100; i++) {
            int at = random.nextInt(json.length);
            byte[] other = json.clone();
            other[at] = "x\"{[7".getBytes(StandardCharsets.UTF_8)[random.nextInt(5)];
            refusedBy(reader, other);
            refusedBy(reader, Arrays.copyOf(json, at));
        }
    }

    private void refusedBy(Consumer<byte[]> reader, byte[] json) {
        try {
            reader.accept(json);
        } catch (InvalidInputException refused) {
            told.add(refused.toString() + refused.field() + refused.problem() + refused.expected());
        }
    }

    private void tellOfCase(DischargeCase known) {
        tell(known, known.messages(), known.readyPeriods());
        for (Policy policy : Policy.all()) {
            Obligations.of(known, NOW, policy)
                    .all()
                    .forEach(
                            duty ->
                                    tell(
                                            duty,
                                            duty.explanation(SWEDISH),
                                            duty.explanation(Locale.ENGLISH)));
            tellOfLiability(known, policy);
        }
    }

    private void tellOfLiability(DischargeCase known, Policy policy) {
        try {
            PaymentLiability liability =
                    PaymentLiability.assess(
                            known, policy, Rates.sourced(), LocalDate.of(2026, 4, 1));
            tell(liability, liability.explanation(SWEDISH), liability.explanation(Locale.ENGLISH));
        } catch (InvalidInputException dayThatCannotBe) {
            tell(dayThatCannotBe);
        }
    }

    private void tell(Object... all) {
        Arrays.stream(all).map(Object::toString).forEach(told::add);
    }

    private void assertNothingPersonal() {
        assertThat(told).isNotEmpty().noneMatch(PersonalDataTest::isPersonal);
    }

    private static boolean isPersonal(String text) {
        return Arrays.stream(PERSONAL).anyMatch(text::contains);
    }
}
