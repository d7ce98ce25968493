/**
 * Stand-ins of Intygstjänster, Webcert and the recipients of medical certificates (intyg): they keep what they
 * are sent by the rules that the real ones have, ask and answer, tell the vendor of events, and fail as they are
 * told to.
 */
@NullMarked
package se.ehealthsdk.testkit.certificate;

import org.jspecify.annotations.NullMarked;
