package se.ehealthsdk.testkit.idp;

/**
 * Somebody who logs in without a page.
 *
 * @param persona the name of the part
 */
record Robot(String persona, LogIn how) {}
