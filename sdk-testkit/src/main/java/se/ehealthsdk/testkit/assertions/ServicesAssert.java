package se.ehealthsdk.testkit.assertions;

import se.ehealthsdk.testkit.NationalServices;

/** What is expected of the services. */
public final class ServicesAssert {

    ServicesAssert(NationalServices services) {}
}
