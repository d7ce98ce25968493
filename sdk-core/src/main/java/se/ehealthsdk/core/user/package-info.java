/**
 * Who acts: what a log-in or a directory tells, and what the access log, certificates and discharge
 * planning need to know of it.
 */
@NullMarked
package se.ehealthsdk.core.user;

import org.jspecify.annotations.NullMarked;
