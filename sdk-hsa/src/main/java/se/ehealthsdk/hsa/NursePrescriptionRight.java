package se.ehealthsdk.hsa;

/**
 * Whether a nurse or midwife may prescribe (förskrivningsrätt).
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code NursePrescriptionRightType}.
 *
 * @param licence the licence it is about: {@code SJ} nurse, {@code BM} midwife; empty if the answer
 *     lacked it
 * @param prescriptionRight whether the right to prescribe is held; false if the answer did not say
 */
public record NursePrescriptionRight(String licence, boolean prescriptionRight) {}
