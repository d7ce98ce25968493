package se.ehealthsdk.testpki;

import java.time.Instant;

/** That a certificate is revoked: why, and since when. */
record Revocation(RevocationReason reason, Instant time) {}
