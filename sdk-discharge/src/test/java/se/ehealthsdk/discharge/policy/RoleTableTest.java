package se.ehealthsdk.discharge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.SipNeed;

class RoleTableTest {

    @Test
    void kinds_areAsTheEventsSay() {
        for (Content each :
                Set.of(
                        new Closed(),
                        new LeaveEnded(),
                        new SipNeed(true),
                        new HomeReadyChecklist(Set.of()),
                        new FastVardkontaktAppointed(Optional.empty(), Optional.empty()),
                        new EstimateChanged(java.time.LocalDate.of(2026, 3, 6)),
                        new Consent(
                                Consent.Scope.SIP,
                                Consent.Decision.GIVEN,
                                Consent.GivenBy.PATIENT,
                                Optional.empty(),
                                Optional.empty()))) {
            assertThat(RoleTable.kinds()).contains(each.kind());
        }
        assertThat(RoleTable.kinds())
                .hasSize(Content.class.getPermittedSubclasses().length - 1)
                .contains("admissionNotice", "readyNotice", "sipCall");
    }
}
