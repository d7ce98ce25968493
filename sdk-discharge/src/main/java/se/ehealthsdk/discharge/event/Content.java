package se.ehealthsdk.discharge.event;

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
}
