package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The notice that the patient is ready to be discharged (utskrivningsklar), which a physician has judged.
 *
 * <p>Source: lag (2017:612) 1 kap. 3 §, 3 kap. 1 §; lag (1991:1128) 7 a §
 *
 * @param judgedAt when it was judged
 * @param physician who judged
 * @param basis the ordinary judgement, or a decision on open compulsory care
 */
public record ReadyNotice(Instant judgedAt, Optional<HsaId> physician, Basis basis)
        implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public ReadyNotice {
        TimeRange.check("judgedAt", judgedAt);
    }

    /** What the notice rests on. */
    public enum Basis {
        /** The treating physician's judgement. */
        PHYSICIAN,
        /** The chief physician's decision on open psychiatric compulsory care (LPT 7 a §). */
        OPEN_COMPULSORY_CARE,
        /** The same on open forensic psychiatric care (LRV). */
        OPEN_FORENSIC_CARE
    }

    /** The ordinary judgement, by a physician who is not named. */
    public static ReadyNotice judged(Instant at) {
        return new ReadyNotice(at, Optional.empty(), Basis.PHYSICIAN);
    }

    @Override
    public String kind() {
        return "readyNotice";
    }
}
