/**
 * What a SITHS certificate says: whose it is, at which level of assurance, for what use; and how to take a client
 * certificate from a reverse proxy's header.
 *
 * <p>Nothing here says whether a certificate can be trusted: that is {@link se.ehealthsdk.siths.validation}.
 *
 * <p>Source: RFC 5280 (certificates), RFC 9440 (client certificates in headers), ITU-T X.520 (attributes of a subject),
 * Inera's description of SITHS's issuers and levels of assurance, and SITHS certificates seen in public test
 * installations.
 */
@NullMarked
package se.ehealthsdk.siths.certificate;

import org.jspecify.annotations.NullMarked;
