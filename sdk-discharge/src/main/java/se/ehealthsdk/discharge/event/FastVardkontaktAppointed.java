package se.ehealthsdk.discharge.event;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The open care unit has appointed the fast vårdkontakt (the one contact who keeps the care together).
 *
 * <p>Source: lag (2017:612) 2 kap. 5 §; patientlagen (2014:821) 6 kap. 2 §
 *
 * @param name for people; empty when a function is appointed
 * @param professional HSA-id of the person or function
 */
public record FastVardkontaktAppointed(Optional<String> name, Optional<HsaId> professional)
        implements Content {

    /** The professional, without the name. */
    @Override
    public String toString() {
        return "FastVardkontaktAppointed[" + professional + "]";
    }

    @Override
    public String kind() {
        return "fastVardkontaktAppointed";
    }
}
