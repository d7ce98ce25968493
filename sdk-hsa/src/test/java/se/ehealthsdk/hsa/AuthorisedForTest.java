package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.hsa.Authorisation.Denied;
import se.ehealthsdk.hsa.Authorisation.Granted;
import se.ehealthsdk.hsa.Authorisation.Reason;
import se.ehealthsdk.hsa.contract.AuthorizationContracts;
import se.ehealthsdk.hsa.contract.OrganizationContracts;

/** The questions about commissions, with every reason to say no. */
class AuthorisedForTest {

    private static final CommissionPurpose CARE = CommissionPurpose.CARE_AND_TREATMENT;
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);
    private static final Instant AFTER = NOW.plusSeconds(3600);
    private static final HsaId VERA = HsaId.of("TST2321000016-VERA");
    private static final HsaId CARE_UNIT = HsaId.of("TST2321000016-CAREUNIT");
    private static final HsaId MEMBER = HsaId.of("TST2321000016-MEMBER");
    private static final HsaId PROVIDER_ID = HsaId.of("TST2321000016-PROVIDER");
    private static final CareProvider PROVIDER =
            CareProvider.of(PROVIDER_ID, "Region Exempel", OrganisationNumber.of("232100-0016"));

    private final List<Credentials> people = new ArrayList<>();
    private Optional<HealthCareUnit> careUnitOfMember = Optional.empty();
    private final FakeHsa fake = new FakeHsa().answer(this::answer);
    private final HsaClient hsa = fake.client();

    private Object answer(RivtaContract<?, ?> contract, Object request) {
        return contract.equals(OrganizationContracts.GET_HEALTH_CARE_UNIT_2)
                ? careUnitOfMember
                : List.copyOf(people);
    }

    @Test
    void commissionAtTheCareUnit_isGrantedInOneCall() {
        Commission commission = commission(CARE_UNIT, Validity.ALWAYS, PROVIDER);
        vera(commission);

        assertThat(ask(CARE_UNIT)).isEqualTo(new Granted(List.of(commission)));
        assertThat(ask(CARE_UNIT).isGranted()).isTrue();
        assertThat(fake.asked())
                .extracting(FakeHsa.Asked::contract)
                .containsOnly(AuthorizationContracts.GET_CREDENTIALS_2);
    }

    @Test
    void unitIdInOtherCase_isTheSameUnit() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));

        assertThat(ask(HsaId.of("tst2321000016-careunit")).isGranted()).isTrue();
    }

    @Test
    void purposeInOtherCase_isTheSamePurpose() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));

        assertThat(
                        hsa.authorisedFor(
                                VERA, CARE_UNIT, CommissionPurpose.of("VÅRD OCH BEHANDLING"), NOW))
                .isInstanceOf(Granted.class);
    }

    @Test
    void unitThatBelongsToTheCareUnit_isGranted() {
        Commission commission = commission(CARE_UNIT, Validity.ALWAYS, PROVIDER);
        vera(commission);
        memberOf(CARE_UNIT, Validity.ALWAYS);

        assertThat(ask(MEMBER)).isEqualTo(new Granted(List.of(commission)));
    }

    @Test
    void severalPosts_areAllLookedThrough() {
        people.add(Credentials.builder(HsaId.of("TST-OTHER")).build());
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));

        var answer =
                new AuthorisationQuestion(CARE_UNIT, CARE, NOW)
                        .answer(people, unit -> Optional.empty());

        assertThat(answer.isGranted()).isTrue();
    }

    @Test
    void personUnknown_isDeniedAsSuch() {
        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.PERSON_NOT_FOUND));
        assertThat(ask(CARE_UNIT).isGranted()).isFalse();
    }

    @Test
    void noCommission_isDeniedAsSuch() {
        vera();

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.NO_COMMISSION));
    }

    @Test
    void commissionForAnotherPurpose_isDeniedAsSuch() {
        vera(Commission.builder(VERA, CommissionPurpose.of("Kvalitetsregister"), PROVIDER).build());

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.OTHER_PURPOSE));
    }

    @Test
    void unitWithoutCareUnit_isDeniedAsSuch() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));

        assertThat(ask(MEMBER)).isEqualTo(new Denied(Reason.UNIT_WITHOUT_CARE_UNIT));
    }

    @Test
    void unitOfAnotherCareUnit_isDeniedAsSuch() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));
        memberOf(HsaId.of("TST-ANOTHER"), Validity.ALWAYS);

        assertThat(ask(MEMBER)).isEqualTo(new Denied(Reason.OTHER_UNIT));
    }

    @Test
    void memberNoLongerInUse_isDeniedAsSuch() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));
        memberOf(CARE_UNIT, Validity.until(BEFORE));

        assertThat(ask(MEMBER)).isEqualTo(new Denied(Reason.UNIT_NOT_IN_USE));
    }

    @Test
    void careUnitThatStartsLater_isNotYetValid() {
        vera(commission(CARE_UNIT, Validity.from(AFTER), PROVIDER));

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.NOT_YET_VALID));
    }

    @Test
    void careProviderThatStartsLater_isNotYetValid() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, provider(Validity.from(AFTER), false)));

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.NOT_YET_VALID));
    }

    @Test
    void careUnitThatHasEnded_isExpired() {
        vera(commission(CARE_UNIT, Validity.between(BEFORE, NOW), PROVIDER));

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.EXPIRED));
    }

    @Test
    void careProviderThatHasEnded_isExpiredThoughTheCareUnitHasNot() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, provider(Validity.until(BEFORE), false)));

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.EXPIRED));
    }

    @Test
    void careProviderThatIsArchived_isExpired() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, provider(Validity.ALWAYS, true)));

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.EXPIRED));
    }

    @Test
    void endDateThatCannotBeRead_isExpired() {
        var unreadable = new Validity(Optional.empty(), Optional.empty(), List.of("?"));
        vera(commission(CARE_UNIT, unreadable, PROVIDER));

        assertThat(ask(CARE_UNIT)).isEqualTo(new Denied(Reason.EXPIRED));
    }

    @Test
    void oneOfSeveralCommissionsActive_isGrantedWithThatOne() {
        Commission active = commission(CARE_UNIT, Validity.between(BEFORE, AFTER), PROVIDER);
        vera(commission(CARE_UNIT, Validity.until(BEFORE), PROVIDER), active);

        assertThat(ask(CARE_UNIT)).isEqualTo(new Granted(List.of(active)));
    }

    @Test
    void commissionDirectlyUnderTheProvider_isAtTheProviderAndNotAtItsUnits() {
        vera(Commission.builder(HsaId.of("TST-C"), CARE, PROVIDER).build());
        memberOf(CARE_UNIT, Validity.ALWAYS);

        assertThat(ask(PROVIDER_ID).isGranted()).isTrue();
        assertThat(ask(MEMBER)).isEqualTo(new Denied(Reason.OTHER_UNIT));
    }

    @Test
    void failureToResolveTheUnit_isNoDenial() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));
        var fault = new ServiceFaultException("Server", "", "", null);
        fake.answer(
                (contract, request) -> {
                    if (contract.equals(OrganizationContracts.GET_HEALTH_CARE_UNIT_2)) {
                        throw fault;
                    }
                    return List.copyOf(people);
                });

        assertThatThrownBy(() -> ask(MEMBER)).isSameAs(fault);
    }

    @Test
    void protectedPerson_isAskedForByTheVariantOnly() {
        vera(commission(CARE_UNIT, Validity.ALWAYS, PROVIDER));

        hsa.authorisedForIncludingProtectedPerson(VERA, CARE_UNIT, CARE, NOW);

        assertThat(fake.lastAsked().contract())
                .isEqualTo(AuthorizationContracts.GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2);
    }

    @Test
    void activeCommissions_areThoseForThePurposeInUseAtTheTime() {
        Commission active = commission(CARE_UNIT, Validity.between(BEFORE, AFTER), PROVIDER);
        vera(
                active,
                commission(CARE_UNIT, Validity.until(BEFORE), PROVIDER),
                Commission.builder(VERA, CommissionPurpose.of("Forskning"), PROVIDER).build());

        assertThat(hsa.activeCommissions(VERA, CARE, NOW)).containsExactly(active);
        assertThat(hsa.activeCommissions(VERA, CARE, AFTER)).isEmpty();
    }

    private Authorisation ask(HsaId unit) {
        return hsa.authorisedFor(VERA, unit, CARE, NOW);
    }

    private void vera(Commission... commissions) {
        var credentials = Credentials.builder(VERA);
        List.of(commissions).forEach(credentials::commission);
        people.add(credentials.build());
    }

    private void memberOf(HsaId careUnit, Validity memberValidity) {
        careUnitOfMember =
                Optional.of(
                        HealthCareUnit.of(
                                unit(MEMBER, memberValidity),
                                unit(careUnit, Validity.ALWAYS),
                                PROVIDER));
    }

    private static Commission commission(HsaId unit, Validity validity, CareProvider provider) {
        return Commission.builder(HsaId.of("TST-C"), CARE, provider)
                .careUnit(unit(unit, validity))
                .build();
    }

    private static UnitSummary unit(HsaId hsaId, Validity validity) {
        return new UnitSummary(hsaId, "Kliniken", Optional.empty(), validity, false, false);
    }

    private static CareProvider provider(Validity validity, boolean archived) {
        return new CareProvider(
                PROVIDER_ID,
                "Region Exempel",
                Optional.empty(),
                "232100-0016",
                validity,
                false,
                archived);
    }
}
