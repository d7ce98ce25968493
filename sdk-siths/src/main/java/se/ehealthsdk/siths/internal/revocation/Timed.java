package se.ehealthsdk.siths.internal.revocation;

import java.time.Instant;

/** Something that may be kept until a time. */
record Timed<T>(T value, Instant until) {}
