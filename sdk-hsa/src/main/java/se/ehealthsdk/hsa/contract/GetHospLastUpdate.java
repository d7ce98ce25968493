package se.ehealthsdk.hsa.contract;

/** The request of GetHospLastUpdate 1.0, which has no content. */
public record GetHospLastUpdate() {}
