package se.ehealthsdk.certificate.sickleave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.contract.ListSickLeavesForCare;
import se.ehealthsdk.certificate.contract.SickLeave;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

/** Who may ask for sick leaves, what is asked, and what is shown of the answer. */
class OngoingSickLeavesTest {

    private static final HsaId DOCTOR = HsaId.of("TSTNMT2321000156-1001");
    private static final HsaId CARE_UNIT = HsaId.of("TSTNMT2321000156-VE01");
    private static final HsaId MEMBER = HsaId.of("TSTNMT2321000156-EN11");

    private final List<ListSickLeavesForCare> asked = new ArrayList<>();
    private final List<SickLeave> answer = new ArrayList<>();
    private final OngoingSickLeaves sickLeaves =
            new OngoingSickLeaves(
                    request -> {
                        asked.add(request);
                        return answer;
                    });

    @Test
    void ownPatients_areAskedForByTheUsersId() {
        sickLeaves.list(SickLeaveQuestion.ownPatients(user("Vård och behandling"), 5));

        assertThat(asked)
                .containsExactly(
                        new ListSickLeavesForCare(
                                CARE_UNIT,
                                5,
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                List.of(DOCTOR)));
    }

    @Test
    void unit_isAskedForWithEachOfItsMembersOnce() {
        sickLeaves.list(
                SickLeaveQuestion.ofUnit(user("vård och behandling"), 0)
                        .withMembers(List.of(MEMBER, CARE_UNIT))
                        .lasting(1, 90));

        assertThat(asked)
                .containsExactly(
                        new ListSickLeavesForCare(
                                CARE_UNIT, 0, OptionalInt.of(1), OptionalInt.of(90), List.of()),
                        new ListSickLeavesForCare(
                                MEMBER, 0, OptionalInt.of(1), OptionalInt.of(90), List.of()));
    }

    @Test
    void sickLeaveOfSeveralAnswers_isThereOnce() {
        answer.add(sickLeave(DOCTOR.value()));

        assertThat(
                        sickLeaves.list(
                                SickLeaveQuestion.ofUnit(user("Vård och behandling"), 5)
                                        .withMembers(List.of(MEMBER))))
                .hasSize(1);
    }

    @Test
    void serviceThatAnswersWithPatientsOfOthers_showsOwnOnesOnly() {
        answer.add(sickLeave("TSTNMT2321000156-1002"));
        answer.add(sickLeave("tstnmt2321000156-1001"));

        assertThat(sickLeaves.list(SickLeaveQuestion.ownPatients(user("Vård och behandling"), 5)))
                .hasSize(1);
        assertThat(sickLeaves.list(SickLeaveQuestion.ofUnit(user("Vård och behandling"), 5)))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kvalitetssäkring", "Administration", "", "Vård", "Statistik"})
    void commissionForAnotherPurpose_mayNotAsk(String purpose) {
        assertThatThrownBy(() -> SickLeaveQuestion.ofUnit(user(purpose), 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Vård och behandling");
    }

    @Test
    void userWithoutCommission_mayNotAsk() {
        ActingUser user =
                new ActingUser(
                        DOCTOR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ActingUser.CareUnit(CARE_UNIT, Optional.empty())),
                        provider());

        assertThatThrownBy(() -> SickLeaveQuestion.ownPatients(user, 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("commission");
    }

    @Test
    void commissionDirectlyUnderTheProvider_mayNotAsk() {
        ActingUser user =
                new ActingUser(
                        DOCTOR,
                        Optional.empty(),
                        Optional.empty(),
                        user("Vård och behandling").commission(),
                        Optional.empty(),
                        provider());

        assertThatThrownBy(() -> SickLeaveQuestion.ofUnit(user, 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("careUnit");
    }

    @Test
    void daysThatCannotBe_areRefused() {
        ActingUser user = user("Vård och behandling");

        assertThatThrownBy(() -> SickLeaveQuestion.ofUnit(user, -1))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SickLeaveQuestion.ofUnit(user, 5).lasting(10, 10))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SickLeaveQuestion.ofUnit(user, 5).lasting(-1, 10))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void oneCallThatFails_isNoShorterAnswer() {
        answer.add(sickLeave(DOCTOR.value()));
        OngoingSickLeaves failing =
                new OngoingSickLeaves(
                        request -> {
                            if (request.unit().equals(MEMBER)) {
                                throw new IllegalStateException("down");
                            }
                            return answer;
                        });

        assertThatThrownBy(
                        () ->
                                failing.list(
                                        SickLeaveQuestion.ofUnit(user("Vård och behandling"), 5)
                                                .withMembers(List.of(MEMBER))))
                .hasMessage("down");
    }

    private static ActingUser user(String purpose) {
        return new ActingUser(
                DOCTOR,
                Optional.of("Åsa Påhittsson"),
                Optional.of("Läkare"),
                Optional.of(
                        new ActingUser.Commission(
                                HsaId.of("TSTNMT2321000156-VMU1"), Optional.empty(), purpose)),
                Optional.of(new ActingUser.CareUnit(CARE_UNIT, Optional.empty())),
                provider());
    }

    private static ActingUser.CareProvider provider() {
        return new ActingUser.CareProvider(
                HsaId.of("TSTNMT2321000156-VG01"), Optional.empty(), Optional.empty());
    }

    private static SickLeave sickLeave(String professional) {
        return new SickLeave(
                Identifier.of(Identifier.PERSONNUMMER, "191212121212"),
                Optional.empty(),
                Identifier.of(Identifier.HSA_ID, CARE_UNIT.value()),
                Identifier.of(Identifier.HSA_ID, professional),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                SickLeave.Diagnosis.of("M545"),
                2,
                31,
                50,
                List.of(100, 50));
    }
}
