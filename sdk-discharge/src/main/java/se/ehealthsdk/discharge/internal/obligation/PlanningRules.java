package se.ehealthsdk.discharge.internal.obligation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;

/** Chapter 2: what those do who were told of an admission. */
final class PlanningRules {

    private PlanningRules() {}

    /** R4: before the patient leaves. */
    static void fastVardkontakt(Situation situation, List<Obligation> all) {
        Duty duty = situation.duty("R4", "fastVardkontaktAppointed", CareParty.OPEN_CARE);
        Optional<Instant> appointed = situation.first(FastVardkontaktAppointed.class);
        Set<CareParty> concerned = situation.concerned();
        if (appointed.isEmpty() && !concerned.contains(CareParty.OPEN_CARE)) {
            all.add(duty.not(concerned.isEmpty() ? Reason.NOT_YET : Reason.PARTY_NOT_CONCERNED));
            return;
        }
        arrival(situation, CareParty.OPEN_CARE).ifPresent(duty::since);
        all.add(
                duty.by(situation.discharge().dischargedAt())
                        .met(appointed)
                        .until(situation.ended())
                        .judged());
    }

    /** R5: each party that was told. */
    static void planning(Situation situation, List<Obligation> all) {
        Set<CareParty> concerned = situation.concerned();
        Optional<Duration> limit = situation.policy().deadlines().planningStart();
        for (CareParty party : concerned) {
            Duty duty = situation.duty("R5", "planning", party);
            arrival(situation, party).ifPresent(duty::since);
            if (limit.isPresent()) {
                duty.from(situation.policy().origin("deadlines.planningStart").source());
            }
            all.add(
                    duty.within(limit)
                            .met(situation.firstBy(party, Planning.class))
                            .until(situation.endedOrLeft())
                            .judged());
        }
        if (concerned.isEmpty()) {
            all.add(situation.duty("R5", "planning").not(Reason.NOT_YET));
        }
    }

    /** When the first admission notice was in a party's system; when it was sent, while that is not known. */
    private static Optional<Instant> arrival(Situation situation, CareParty party) {
        for (Message notice : situation.discharge().holding(AdmissionNotice.class)) {
            for (Participant recipient : notice.event().recipients()) {
                if (recipient.party() == party) {
                    return delivered(notice, party).or(() -> Optional.of(notice.legalTime()));
                }
            }
        }
        return Optional.empty();
    }

    /** When a message was first in a party's system. */
    static Optional<Instant> delivered(Message message, CareParty party) {
        @Nullable Instant first = null;
        for (Participant recipient : message.event().recipients()) {
            @Nullable Instant at =
                    recipient.party() == party ? message.deliveredAt().get(recipient.unit()) : null;
            if (at != null && (first == null || at.isBefore(first))) {
                first = at;
            }
        }
        return Optional.ofNullable(first);
    }
}
