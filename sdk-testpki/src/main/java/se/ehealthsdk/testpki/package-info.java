/**
 * A test PKI shaped like SITHS's: a root, issuing CAs, function certificates, person certificates,
 * server certificates, and the faulty ones that a system must notice.
 *
 * <p>SITHS is the certificate service of Swedish health care. Its function certificates identify
 * systems: the HSA-id stands in the subject's {@code serialNumber}. Names, subject layout, key usage
 * and validity follow what has been read in SITHS certificates of the generation "SITHS e-id"; the
 * names carry the prefix {@code SDKTEST} and an invented organisation, so that nothing issued here
 * can be mistaken for a certificate of SITHS's own test environment.
 *
 * <p>Two things differ from SITHS on purpose: keys are EC P-256 unless another algorithm is asked for
 * (SITHS's function certificates are RSA-4096, which takes seconds to generate), and certificates name no
 * revocation services unless the PKI comes from {@link se.ehealthsdk.testpki.RevocationServices}.
 *
 * <p>The private keys are made at run time, protect nothing, and are written to disk only when asked.
 *
 * <p>Source: SITHS e-id certificates as seen in public test installations; RFC 5280; RFC 6960.
 */
@NullMarked
package se.ehealthsdk.testpki;

import org.jspecify.annotations.NullMarked;
