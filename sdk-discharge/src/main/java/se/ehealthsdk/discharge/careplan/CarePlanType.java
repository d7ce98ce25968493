package se.ehealthsdk.discharge.careplan;

import java.util.Map;
import java.util.Optional;

/**
 * What kind of plan it is: eight by the contract, and what a later version adds.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0, {@code TypeOfCarePlanEnum}; the terms are those of
 * Socialstyrelsens termbank.
 *
 * @param code as on the wire
 */
public record CarePlanType(String code) {

    /** Samordnad individuell plan: coordinated individual plan of region and municipality. */
    public static final CarePlanType SIP = new CarePlanType("SIP");

    /** Samordnad plan enligt LPT och LRV: coordinated plan in compulsory psychiatric care. */
    public static final CarePlanType SPLPTLRV = new CarePlanType("SPLPTLRV");

    /** Samordnad plan vid utskrivning: coordinated plan at discharge. */
    public static final CarePlanType SPU = new CarePlanType("SPU");

    /** Vårdplan: plan of care. */
    public static final CarePlanType VP = new CarePlanType("VP");

    /** Habiliteringsplan: habilitation plan. */
    public static final CarePlanType HP = new CarePlanType("HP");

    /** Rehabiliteringsplan: rehabilitation plan. */
    public static final CarePlanType RP = new CarePlanType("RP");

    /** Genomförandeplan: how granted social services are carried out. */
    public static final CarePlanType GP = new CarePlanType("GP");

    /** Standardiserad vårdplan: standardised plan of care. */
    public static final CarePlanType SVP = new CarePlanType("SVP");

    private static final Map<String, String> SWEDISH =
            Map.of(
                    "SIP", "Samordnad individuell plan",
                    "SPLPTLRV", "Samordnad plan enligt LPT och LRV",
                    "SPU", "Samordnad plan vid utskrivning",
                    "VP", "Vårdplan",
                    "HP", "Habiliteringsplan",
                    "RP", "Rehabiliteringsplan",
                    "GP", "Genomförandeplan",
                    "SVP", "Standardiserad vårdplan");

    /** The name in Swedish; empty for a code that this version does not know. */
    public Optional<String> swedishName() {
        return Optional.ofNullable(SWEDISH.get(code));
    }

    /** Whether it is one of the eight. */
    public boolean isKnown() {
        return SWEDISH.containsKey(code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
