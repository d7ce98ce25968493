package se.ehealthsdk.discharge.event;

import java.util.Optional;

/** What an event says. Kinds that a later version adds are read as {@link UnknownContent}. */
public sealed interface Content
        permits Admission,
                AdmissionNotice,
                Availability,
                Closed,
                CompulsoryCarePlan,
                Consent,
                Correction,
                Declined,
                Delivered,
                DischargeInformation,
                DischargeNotice,
                EstimateChanged,
                FastVardkontaktAppointed,
                HomeReadyChecklist,
                Interruption,
                LeaveEnded,
                LeaveStarted,
                PatientInformed,
                PlanApproved,
                Planning,
                ReadyNotice,
                ReadyWithdrawn,
                Receipt,
                ResidenceEstablished,
                SipCall,
                SipFollowedUp,
                SipMade,
                SipNeed,
                UnknownContent,
                Voiding {

    /** The kind as it is written in JSON, for example {@code readyNotice}. */
    String kind();

    /** The event that it is about, as that which a receipt acknowledges; empty for what stands on its own. */
    default Optional<MessageId> about() {
        return Optional.empty();
    }
}
