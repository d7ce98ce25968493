/** Runnable journeys through the SDK. */
module se.ehealthsdk.examples {
    requires se.ehealthsdk.core;
    requires se.ehealthsdk.hsa;
    requires se.ehealthsdk.testkit;
    requires static org.jspecify;

    exports se.ehealthsdk.examples;
}
