package se.ehealthsdk.discharge.sip;

import se.ehealthsdk.discharge.event.CareParty;

/** The two that answer for care by law (huvudmän), both of which a SIP binds. */
public enum Huvudman {
    REGION,
    MUNICIPALITY;

    /** The one that a party of a discharge belongs to. */
    public static Huvudman of(CareParty party) {
        return party.isMunicipal() ? MUNICIPALITY : REGION;
    }
}
