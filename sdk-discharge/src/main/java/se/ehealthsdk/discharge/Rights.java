package se.ehealthsdk.discharge;

import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.policy.RoleTable;

/** Who may say what to whom, by the role table. */
final class Rights {

    private Rights() {}

    static @Nullable Refusal sender(CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        Content content = event.content();
        CareParty party = event.sender().party();
        RoleTable roles = acceptance.roles();
        boolean may =
                roles.senders(content.kind()).contains(party)
                        && (!(content instanceof Correction correction)
                                || roles.senders(correction.replacement().kind()).contains(party));
        return may ? null : new Refusal(Refusal.Rule.NO_RIGHT, "wrong_sender", party);
    }

    static @Nullable Refusal recipients(
            CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        for (Participant recipient : event.recipients()) {
            if (recipient.equals(event.sender())) {
                return new Refusal(Refusal.Rule.NO_RIGHT, "to_itself");
            }
            if (!acceptance
                    .roles()
                    .recipients(event.content().kind())
                    .contains(recipient.party())) {
                return new Refusal(Refusal.Rule.NO_RIGHT, "wrong_recipient", recipient.party());
            }
        }
        return null;
    }
}
