package se.ehealthsdk.benchmarks.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Phase;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.policy.RoleTable;

class CaseGeneratorTest {

    private static final int CASES = 3000;
    private static final Acceptance LATER =
            new Acceptance(
                    RoleTable.GENERAL,
                    Instant.parse("2025-01-01T00:00:00Z"),
                    Duration.ofMinutes(5));

    private final CaseGenerator generator = new CaseGenerator(1);

    @Test
    void cases_areTheSameForTheSameSeed() {
        assertThat(new CaseGenerator(1).log(17)).isEqualTo(generator.log(17));
        assertThat(new CaseGenerator(2).log(17)).isNotEqualTo(generator.log(17));
        assertThat(generator.logs(3).toList())
                .containsExactly(generator.log(0), generator.log(1), generator.log(2));
    }

    @Test
    void cases_areAcceptedEventByEvent() {
        for (int i = 0; i < 500; i++) {
            List<CaseEvent> log = generator.log(i);
            DischargeCase soFar = DischargeCase.open(log.get(0), LATER);
            for (CaseEvent event : log.subList(1, log.size())) {
                soFar = soFar.with(event, LATER);
            }
            assertThat(soFar.events()).hasSize(CaseGenerator.EVENTS);
        }
    }

    @Test
    void cases_areOfManyKinds() {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        Set<Optional<MunicipalityCode>> municipalities = new HashSet<>();
        int withdrawn = 0;
        int leaves = 0;
        int papers = 0;
        int receipts = 0;
        for (int i = 0; i < CASES; i++) {
            DischargeCase each = DischargeCase.of(generator.log(i));
            phases.add(each.phase());
            municipalities.add(each.residence().liable());
            withdrawn += each.readyPeriods().size() > 1 ? 1 : 0;
            leaves += each.holding(LeaveStarted.class).isEmpty() ? 0 : 1;
            papers += each.transcribed().isEmpty() ? 0 : 1;
            receipts +=
                    each.events().stream().anyMatch(e -> e.content() instanceof Receipt) ? 1 : 0;
        }
        assertThat(phases)
                .contains(Phase.READY, Phase.DISCHARGED, Phase.SIP_FOLLOW_UP, Phase.INTERRUPTED);
        assertThat(municipalities).hasSize(28).contains(Optional.empty());
        assertThat(withdrawn).isBetween(CASES / 20, CASES / 5);
        assertThat(leaves).isPositive();
        assertThat(papers).isPositive();
        assertThat(receipts).isGreaterThan(CASES / 2);
    }
}
