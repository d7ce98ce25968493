package se.ehealthsdk.discharge.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.UnknownContent;

/**
 * Who may say what to whom: for each kind of event ({@link se.ehealthsdk.discharge.event.Content#kind()}) the parties that may
 * send it, and those that it may be sent to. A region can replace it, whole or by kind.
 */
public final class RoleTable {

    private static final Set<CareParty> ALL = Set.of(CareParty.values());
    private static final Set<CareParty> RECEIVERS =
            Set.of(
                    CareParty.OPEN_CARE,
                    CareParty.MUNICIPAL_SOCIAL_SERVICES,
                    CareParty.MUNICIPAL_HEALTH_CARE);

    /** What the law and the regions' published routines have in common. */
    public static final RoleTable GENERAL =
            new RoleTable(Map.of(), Map.of())
                    .with("admission", Set.of(CareParty.INPATIENT))
                    .with("admissionNotice", Set.of(CareParty.INPATIENT))
                    .with("estimateChanged", Set.of(CareParty.INPATIENT))
                    .with("readyNotice", Set.of(CareParty.INPATIENT))
                    .with("readyWithdrawn", Set.of(CareParty.INPATIENT))
                    .with("dischargeNotice", Set.of(CareParty.INPATIENT))
                    .with("dischargeInformation", Set.of(CareParty.INPATIENT))
                    .with("patientInformed", Set.of(CareParty.INPATIENT))
                    .with("leaveStarted", Set.of(CareParty.INPATIENT))
                    .with("leaveEnded", Set.of(CareParty.INPATIENT))
                    .with("interruption", Set.of(CareParty.INPATIENT))
                    .with("compulsoryCarePlan", Set.of(CareParty.INPATIENT, CareParty.OPEN_CARE))
                    .with("fastVardkontaktAppointed", Set.of(CareParty.OPEN_CARE))
                    .with("sipCall", Set.of(CareParty.OPEN_CARE))
                    .with("availability", RECEIVERS)
                    .with("planning", RECEIVERS)
                    .withRecipients("admissionNotice", RECEIVERS)
                    .withRecipients("estimateChanged", RECEIVERS)
                    .withRecipients("readyNotice", RECEIVERS)
                    .withRecipients("readyWithdrawn", RECEIVERS)
                    .withRecipients("dischargeNotice", RECEIVERS)
                    .withRecipients("dischargeInformation", RECEIVERS);

    // a kind is named as its class is; a test holds this true
    private static final Set<String> KINDS =
            Arrays.stream(Content.class.getPermittedSubclasses())
                    .filter(content -> content != UnknownContent.class)
                    .map(Class::getSimpleName)
                    .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Set<CareParty>> senders;
    private final Map<String, Set<CareParty>> recipients;

    private RoleTable(Map<String, Set<CareParty>> senders, Map<String, Set<CareParty>> recipients) {
        this.senders = senders;
        this.recipients = recipients;
    }

    /** A copy where these parties may send a kind of event. */
    public RoleTable with(String kind, Set<CareParty> parties) {
        return new RoleTable(changed(senders, kind, parties), recipients);
    }

    /** A copy where a kind of event may be sent to these parties. */
    public RoleTable withRecipients(String kind, Set<CareParty> parties) {
        return new RoleTable(senders, changed(recipients, kind, parties));
    }

    /** The kinds of events that this version knows, {@link se.ehealthsdk.discharge.event.UnknownContent} aside. */
    public static Set<String> kinds() {
        return KINDS;
    }

    /** The parties that may send a kind of event; all of them for kinds that the table does not name. */
    public Set<CareParty> senders(String kind) {
        return senders.getOrDefault(kind, ALL);
    }

    /** The parties that a kind of event may be sent to; all of them for kinds that the table does not name. */
    public Set<CareParty> recipients(String kind) {
        return recipients.getOrDefault(kind, ALL);
    }

    private static Map<String, Set<CareParty>> changed(
            Map<String, Set<CareParty>> table, String kind, Set<CareParty> parties) {
        Map<String, Set<CareParty>> changed = new HashMap<>(table);
        changed.put(kind, Set.copyOf(parties));
        return Map.copyOf(changed);
    }
}
